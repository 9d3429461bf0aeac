using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Receipts;

/// <summary>What the cells cost that are hidden to shield others, over all tables of the edition.</summary>
/// <param name="Paid">Their cost, in what the policy counts it in: respondents unless it names a measure or cells.</param>
/// <param name="Lowest">What any choice that keeps all promises costs at the least.</param>
/// <param name="Gap">By what part of <paramref name="Paid"/> another choice could be cheaper at most; 0 where none is.</param>
public sealed record CostFacts(double Paid, double Lowest, double Gap)
{
    /// <summary>Takes over what protection found.</summary>
    /// <param name="cost">The cost, or <see langword="null"/>.</param>
    /// <returns>The facts, or <see langword="null"/> where nothing shields or the cheapest was not looked for.</returns>
    internal static CostFacts? Of(ShieldingCost? cost) =>
        cost is { Paid: > 0 } ? new CostFacts(Math.Round(cost.Paid, 4), Math.Round(cost.Lowest, 4), Math.Round(cost.Gap, 6)) : null;
}
