using Publish.Attacks.Systems;

namespace Publish.Attacks.Solving;

/// <summary>Limits of the solving attacks.</summary>
public sealed record SolvingOptions
{
    /// <summary>How hard to try before "not proven" is said.</summary>
    public SolvingEffort Effort { get; init; } = new();

    /// <summary>How many witnesses are written out, at least 1; the count of solved cells is always complete. By default 100.</summary>
    public int MaximumWitnesses { get; init; } = 100;
}
