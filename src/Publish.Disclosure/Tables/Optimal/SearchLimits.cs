namespace Publish.Disclosure.Tables.Optimal;

/// <summary>How hard the cheapest pattern is looked for: in numbers that do not depend on the machine, so that the answer does not either.</summary>
/// <param name="Iterations">The iterations of all linear programmes together.</param>
/// <param name="Nodes">The nodes of the tree.</param>
/// <param name="Threads">The most workers at once; −1 for one a core. The answer does not depend on it.</param>
internal sealed record SearchLimits(long Iterations, int Nodes, int Threads = -1)
{
    /// <summary>What tiny systems may need beyond what is in proportion to their size.</summary>
    private const long FewestIterations = 20_000;

    /// <summary>Limits in proportion to the size of a system.</summary>
    /// <param name="iterationsEach">Iterations for every attacker and column.</param>
    /// <param name="work">Attackers times columns.</param>
    /// <param name="nodes">The nodes of the tree.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    public static SearchLimits For(int iterationsEach, long work, int nodes, int threads) =>
        new(FewestIterations + iterationsEach * work, nodes, threads);
}
