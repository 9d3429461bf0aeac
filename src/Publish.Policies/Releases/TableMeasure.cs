namespace Publish.Policies.Releases;

/// <summary>One measure of a table.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Column">The measure column, or <see langword="null"/> for a count.</param>
/// <param name="Decimals">
/// Decimals published: of a sum, always the column's; of a mean, as declared, the column's by default; of a count, 0.
/// </param>
public sealed record TableMeasure(MeasureKind Kind, string? Column = null, int Decimals = 0)
{
    /// <summary>The published column: <c>count</c>, <c>spend_sum</c> or <c>spend_mean</c>.</summary>
    public string Name => Kind switch
    {
        MeasureKind.Count => "count",
        MeasureKind.Sum => Column + "_sum",
        _ => Column + "_mean",
    };
}
