namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Makes no cell sensitive, but asks for an interval of so many percent on each side of a measure of every cell that
/// another rule made primary (τ-ARGUS: safety range). For rules that say nothing of a measure's interval, such as minimum
/// frequency.
/// </summary>
/// <param name="Percent">Percent of the cell's value, above 0.</param>
/// <param name="Least">
/// The least distance in units of the measure's last decimal, at least 1: a percentage of nothing protects nothing.
/// </param>
public sealed record SafetyRange(decimal Percent, Int128 Least) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.None;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) => false;

    /// <inheritdoc />
    public override ProtectionLevel LevelOf(in CellContributions cell) => ProtectionLevel.Symmetric(
        Int128.Max(Least, (Int128)ExactShare.OfPercent(Percent).Ceiling(cell.Total)), cell.Total);
}
