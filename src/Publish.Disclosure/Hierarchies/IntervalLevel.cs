namespace Publish.Disclosure.Hierarchies;

/// <summary>One level of declared intervals.</summary>
/// <param name="Name">The level's name.</param>
/// <param name="Bounds">
/// Rising bounds, in the units of the values; interval i runs from bound i up to, not including, bound i + 1. At least
/// two, or one where an end is open.
/// </param>
/// <param name="IsOpenBelow">True adds a first interval of everything below the first bound.</param>
/// <param name="IsOpenAbove">True adds a last interval of everything from the last bound on.</param>
/// <param name="Labels">A label for each interval, in order; derived from the bounds when <see langword="null"/>.</param>
public sealed record IntervalLevel(
    string Name,
    IReadOnlyList<long> Bounds,
    bool IsOpenBelow = false,
    bool IsOpenAbove = false,
    IReadOnlyList<string>? Labels = null)
{
    /// <summary>The number of intervals.</summary>
    public int IntervalCount => Bounds.Count - 1 + (IsOpenBelow ? 1 : 0) + (IsOpenAbove ? 1 : 0);
}
