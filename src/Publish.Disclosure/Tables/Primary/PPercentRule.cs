namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// p % rule: a cell is sensitive if the second largest contributor can work out the largest contribution to within
/// p %: X − x₁ − x₂ &lt; p/100 · x₁ (Handbook, ch. 4.2.2).
/// </summary>
/// <param name="P">p in percent, above 0.</param>
public sealed record PPercentRule(decimal P) : SensitivityRule
{
    private readonly PriorPosteriorRule _general = new(P, 100);

    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.PPercent;

    /// <inheritdoc />
    public override int Depth => _general.Depth;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) => _general.IsSensitive(cell);

    /// <inheritdoc />
    public override ProtectionLevel LevelOf(in CellContributions cell) => _general.LevelOf(cell);
}
