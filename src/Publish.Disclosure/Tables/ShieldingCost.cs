namespace Publish.Disclosure.Tables;

/// <summary>What an edition pays for cells suppressed to shield others, beside what it must pay at the least.</summary>
/// <param name="Paid">The cost of the secondary cells, in the unit the policy counts cost in: respondents by default.</param>
/// <param name="Lowest">No pattern that keeps all promises costs less; at most <paramref name="Paid"/>.</param>
public sealed record ShieldingCost(double Paid, double Lowest)
{
    /// <summary>How much cheaper another pattern could be at most, as a part of what is paid: from 0 (the cheapest) to 1.</summary>
    public double Gap => Paid > 0 ? (Paid - Lowest) / Paid : 0;
}
