namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Minimum frequency: a cell is sensitive if fewer than t respondents are in it (Handbook, ch. 4 and 5).
/// </summary>
/// <param name="Threshold">t: the smallest number of respondents that may be published, at least 1.</param>
/// <remarks>
/// The interval of the count must reach one respondent further on each side: else the count is known, whatever the
/// equations say. A listed cell has somebody in it, so that a count of 1 can only be greater.
/// </remarks>
public sealed record MinimumFrequency(int Threshold) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.Frequency;

    /// <inheritdoc />
    public override bool IsOfMeasure => false;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) => cell.Respondents < Threshold;

    /// <inheritdoc />
    public override ProtectionLevel LevelOf(in CellContributions cell) =>
        IsSensitive(cell) ? new(cell.Respondents > 1 ? 1 : 0, 1) : ProtectionLevel.None;
}
