using System.Numerics;

namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// (p,q) rule: everyone knows each contribution to within q % beforehand, and nobody may know it to within p %
/// afterwards: a cell is sensitive if X − x₁ − x₂ &lt; p/q · x₁ (Handbook, ch. 4.2.2). With q = 100 it is the p % rule.
/// </summary>
/// <param name="P">p in percent, above 0 and below q.</param>
/// <param name="Q">q in percent, at most 100.</param>
public sealed record PriorPosteriorRule(decimal P, decimal Q) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.PriorPosterior;

    /// <inheritdoc />
    public override int Depth => 2;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) =>
        ExactShare.Of(P, Q).CompareShare(cell.SizeOf(0), Rest(cell)) > 0;

    /// <summary>Upper level p/q · x₁ − (X − x₁ − x₂) (Handbook, ch. 4, table of protection levels).</summary>
    /// <inheritdoc />
    public override ProtectionLevel LevelOf(in CellContributions cell) => ProtectionLevel.Symmetric(
        (Int128)(ExactShare.Of(P, Q).Ceiling(cell.SizeOf(0)) - Rest(cell)), cell.Total);

    private static BigInteger Rest(in CellContributions cell) =>
        (BigInteger)cell.Total - cell.SizeOf(0) - cell.SizeOf(1);
}
