namespace Publish.Attacks.Tables;

/// <summary>What a published number is.</summary>
public enum MeasureKind
{
    /// <summary>A number of distinct respondents or of rows: a whole number, never negative.</summary>
    Count,

    /// <summary>A sum of contributions. Sums over disjoint cells always add up.</summary>
    Sum,

    /// <summary>A sum divided by a number of contributions. Means do not add up, but a mean and a count give a sum away.</summary>
    Mean,

    /// <summary>
    /// Some other number of the cell (a ratio, a share, a quantile): it is recounted, and tells of other cells what its
    /// <see cref="PublishedMeasure.Formula"/> says. It may be empty in a published row.
    /// </summary>
    Derived,
}
