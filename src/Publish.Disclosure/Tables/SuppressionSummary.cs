namespace Publish.Disclosure.Tables;

/// <summary>What protection took from one table. For the agency's receipt, never for the public.</summary>
/// <param name="Cells">Cells of the table, protected zeros included.</param>
/// <param name="PrimaryByFrequency">Cells with too few respondents.</param>
/// <param name="PrimaryByContributors">Cells with too few respondents that have a value of some measure.</param>
/// <param name="PrimaryZeros">Empty cells that are protected.</param>
/// <param name="Secondary">Cells suppressed to shield others.</param>
/// <param name="RespondentsHidden">The respondents of the secondary cells, added up (a measure of the cost).</param>
/// <param name="SumsHidden">The absolute sum of each measure over the secondary cells, in units of its last decimal.</param>
public sealed record SuppressionSummary(
    int Cells,
    int PrimaryByFrequency,
    int PrimaryByContributors,
    int PrimaryZeros,
    int Secondary,
    Int128 RespondentsHidden,
    IReadOnlyList<Int128> SumsHidden)
{
    /// <summary>All primary cells.</summary>
    public int Primary => PrimaryByFrequency + PrimaryByContributors + PrimaryZeros;
}
