namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// Minimum frequency of a measure that may be missing: a cell is sensitive if fewer than t of its respondents have a
/// value.
/// </summary>
/// <param name="Threshold">t, at least 1.</param>
public sealed record MinimumContributors(int Threshold) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.Contributors;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) => cell.Contributors < Threshold;
}
