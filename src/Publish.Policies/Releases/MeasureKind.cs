namespace Publish.Policies.Releases;

/// <summary>What a table tells of each cell.</summary>
public enum MeasureKind
{
    /// <summary>The number of distinct respondents.</summary>
    Count,

    /// <summary>The sum of a measure column.</summary>
    Sum,

    /// <summary>The mean of a measure column over the respondents that have a value.</summary>
    Mean,

    /// <summary>The sum of a measure column divided by that of another.</summary>
    Ratio,

    /// <summary>The count, or the sum of a measure column, in percent of the total over one key.</summary>
    Share,

    /// <summary>A quantile of what respondents contribute to a measure column.</summary>
    Quantile,
}
