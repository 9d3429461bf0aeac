namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// A cell is sensitive if fewer than t of its contributors lie on one side of a published quantile: a quantile near the
/// end of a short list is one respondent's value (Handbook, ch. 8: position indicators are judged as frequencies).
/// </summary>
/// <param name="Quantile">The quantile, above 0 and below 1.</param>
/// <param name="Threshold">t, at least 1.</param>
public sealed record QuantileSupport(decimal Quantile, int Threshold) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.QuantileSupport;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) =>
        decimal.Floor(cell.Contributors * decimal.Min(Quantile, 1 - Quantile)) < Threshold;
}
