namespace Publish.Disclosure.Tables;

/// <summary>What protection took from one table. For the agency's receipt, never for the public.</summary>
/// <param name="Cells">Cells of the table, protected zeros included.</param>
/// <param name="PrimaryByRule">The primary cells by the rule that makes them so; rules that make none are not there.</param>
/// <param name="Secondary">Cells suppressed to shield others.</param>
/// <param name="RespondentsHidden">The respondents of the secondary cells, added up (a measure of the cost).</param>
/// <param name="SumsHidden">The absolute sum of each measure over the secondary cells, in units of its last decimal.</param>
public sealed record SuppressionSummary(
    int Cells,
    IReadOnlyDictionary<PrimaryRule, int> PrimaryByRule,
    int Secondary,
    Int128 RespondentsHidden,
    IReadOnlyList<Int128> SumsHidden)
{
    /// <summary>All primary cells.</summary>
    public int Primary => PrimaryByRule.Values.Sum();

    /// <summary>The cells that one rule makes primary.</summary>
    /// <param name="rule">The rule.</param>
    public int PrimaryBy(PrimaryRule rule) => PrimaryByRule.GetValueOrDefault(rule);
}
