using System.Globalization;

namespace Publish.Policies.Releases;

/// <summary>One measure of a table.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Column">The measure column, or <see langword="null"/> for a count and its share.</param>
/// <param name="Decimals">
/// Decimals published: of a sum, always the column's and those of its weights; of a count, 0; of all others as declared, by default the column's,
/// and 1 of a share of the count.
/// </param>
public sealed record TableMeasure(MeasureKind Kind, string? Column = null, int Decimals = 0)
{
    /// <summary>The measure column that a ratio divides by; <see langword="null"/> for all others.</summary>
    public string? Denominator { get; init; }

    /// <summary>The key whose total a share is of; <see langword="null"/> for all others.</summary>
    public string? Of { get; init; }

    /// <summary>Which quantile, above 0 and below 1; 0 for all others.</summary>
    public decimal At { get; init; }

    /// <summary>The measure columns it is made of.</summary>
    public IEnumerable<string> Columns => new[] { Column, Denominator }.OfType<string>();

    /// <summary>
    /// The published column: <c>count</c>, <c>spend_sum</c>, <c>spend_mean</c>, <c>spend_per_visits</c>,
    /// <c>spend_share_of_sex</c>, <c>spend_p50</c>.
    /// </summary>
    public string Name => Kind switch
    {
        MeasureKind.Count => "count",
        MeasureKind.Sum => Column + "_sum",
        MeasureKind.Mean => Column + "_mean",
        MeasureKind.Ratio => $"{Column}_per_{Denominator}",
        MeasureKind.Share => $"{Column ?? "count"}_share_of_{Of}",
        _ => Column + "_p" + (100 * At).ToString("0.####", CultureInfo.InvariantCulture),
    };
}
