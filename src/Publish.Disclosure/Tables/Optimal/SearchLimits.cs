namespace Publish.Disclosure.Tables.Optimal;

/// <summary>How hard the cheapest pattern is looked for: in numbers that do not depend on the machine, so that the answer does not either.</summary>
/// <param name="Iterations">The iterations of all linear programmes together.</param>
/// <param name="Nodes">The nodes of the tree.</param>
/// <param name="Threads">The most workers at once; −1 for one a core. The answer does not depend on it.</param>
internal sealed record SearchLimits(long Iterations, int Nodes, int Threads = -1)
{
    /// <summary>What tiny systems may need beyond what is in proportion to their size.</summary>
    private const long FewestIterations = 20_000;

    /// <summary>
    /// Columns squared times iterations of a system that is not searched as a whole: less than a minute of a processor. An
    /// iteration takes longer the more columns there are, and so does beginning.
    /// </summary>
    private const double MostOperations = 2.5e12;

    /// <summary>Iterations for every attacker and column of such a system, where that is less.</summary>
    private const int WideIterationsEach = 2;

    /// <summary>The nodes of each tree in such a system.</summary>
    private const int WideNodes = 20;

    /// <summary>Limits of a system that is not searched as a whole.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="work">Attackers times columns.</param>
    /// <param name="share">Its share of what all such systems take together, above 0 and at most 1.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    public static SearchLimits Wide(int columns, long work, double share, int threads) =>
        new(Math.Min(FewestIterations + WideIterationsEach * work, (long)(share * MostOperations / columns / columns)), WideNodes, threads);

    /// <summary>Limits in proportion to the size of a system.</summary>
    /// <param name="iterationsEach">Iterations for every attacker and column.</param>
    /// <param name="work">Attackers times columns.</param>
    /// <param name="nodes">The nodes of the tree.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    public static SearchLimits For(int iterationsEach, long work, int nodes, int threads) =>
        new(FewestIterations + iterationsEach * work, nodes, threads);
}
