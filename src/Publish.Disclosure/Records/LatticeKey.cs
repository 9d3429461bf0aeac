using Publish.Disclosure.Hierarchies;

namespace Publish.Disclosure.Records;

/// <summary>One key variable of the lattice: where its codes are, how it may be generalised, and what its detail is worth.</summary>
public sealed record LatticeKey
{
    /// <summary>Creates the key.</summary>
    /// <param name="column">The column of the class table that holds the key's codes.</param>
    /// <param name="hierarchy">The key's levels.</param>
    /// <param name="weight">What the key's detail is worth against that of others, finite and at least 0.</param>
    /// <param name="minLevel">The finest level that may be chosen.</param>
    /// <param name="maxLevel">The coarsest level that may be chosen; the hierarchy's top when <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The range of levels is empty or leaves the hierarchy, or the weight is not a weight.</exception>
    public LatticeKey(int column, KeyHierarchy hierarchy, double weight = 1, int minLevel = 0, int? maxLevel = null)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        MaxLevel = maxLevel ?? hierarchy.Top;
        if (minLevel < 0 || minLevel > MaxLevel || MaxLevel > hierarchy.Top)
        {
            throw new ArgumentException($"The levels {minLevel} to {MaxLevel} are not levels of '{hierarchy.Key}'.");
        }

        if (!(weight >= 0 && double.IsFinite(weight)))
        {
            throw new ArgumentException($"The weight of '{hierarchy.Key}' must be finite and at least 0.", nameof(weight));
        }

        Column = column;
        Hierarchy = hierarchy;
        Weight = weight;
        MinLevel = minLevel;
    }

    /// <summary>The column of the class table that holds the key's codes.</summary>
    public int Column { get; }

    /// <summary>The key's levels.</summary>
    public KeyHierarchy Hierarchy { get; }

    /// <summary>What the key's detail is worth against that of others; 1 by default.</summary>
    public double Weight { get; }

    /// <summary>The finest level that may be chosen.</summary>
    public int MinLevel { get; }

    /// <summary>The coarsest level that may be chosen.</summary>
    public int MaxLevel { get; }
}
