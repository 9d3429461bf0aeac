namespace Publish.Disclosure.Tables.Primary;

/// <summary>The largest contributions to each class, and what all of them add up to.</summary>
/// <param name="Starts">Where each class's contributions start; one more entry than classes.</param>
/// <param name="Largest">The largest of each class by absolute value, descending.</param>
/// <param name="Totals">The sum of the absolute weighted values of all contributions, by class.</param>
public sealed record ClassContributions(int[] Starts, Contribution[] Largest, Int128[] Totals)
{
    /// <summary>The largest contributions to a class, descending.</summary>
    /// <param name="item">The class.</param>
    public ReadOnlySpan<Contribution> Of(int item) => Largest.AsSpan(Starts[item]..Starts[item + 1]);
}
