namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// A cell is sensitive if some of its respondents, but fewer than t, have no value of a measure. A mean beside a sum
/// tells how many have one, and the count beside it how many have not: a small number, and for a measure whose absence
/// says something (no income, no diagnosis) as telling as any other.
/// </summary>
/// <param name="Threshold">t, at least 1.</param>
public sealed record MinimumNonContributors(int Threshold) : SensitivityRule
{
    /// <inheritdoc />
    public override PrimaryRule Reason => PrimaryRule.NonContributors;

    /// <inheritdoc />
    public override bool IsSensitive(in CellContributions cell) =>
        cell.Respondents - cell.Contributors is > 0 and var without && without < Threshold;
}
