namespace Publish.Disclosure.Tables;

/// <summary>
/// Secondary suppression without exact disclosure, in any system of cells: hierarchical, linked, of any dimension
/// (Langsrud, <em>Privacy in Statistical Databases</em> 2024, seen from the side of the moves).
/// </summary>
/// <remarks>
/// Guarantee: no suppressed cell is determined by the published ones through the system's equations. Each one, primary
/// or secondary, is changed by a move that changes nothing published, so there is another table with the same
/// published cells. Intervals may still be narrow.
/// <para>
/// It always succeeds where no cell is known beforehand: with everything else suppressed too, the tables times two are
/// another possible set of tables.
/// </para>
/// </remarks>
public static class SecondarySuppression
{
    /// <summary>Entries of the system times attempts: small systems are tried in several orders, large ones once.</summary>
    private const int MostEntries = 100_000;
    private const int MostAttempts = 64;

    /// <summary>Chooses a cheap set of cells to suppress.</summary>
    /// <param name="problem">The cells, what ties them, and what is asked for; dear cells are published first.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentException">The arrays of the problem disagree about the number of cells.</exception>
    public static SuppressionPattern Protect(SuppressionProblem problem) => Protect(problem, null);

    /// <summary>
    /// Chooses a cheap set of cells to suppress so that neither the equations nor whole and positive counts tell one of
    /// them.
    /// </summary>
    internal static SuppressionPattern Protect(SuppressionProblem problem, CountSums? sums)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Check();
        var (system, roles, costs) = (problem.System, problem.Roles, problem.Costs);
        if (!roles.Contains(CellRole.Primary))
        {
            return new SuppressionPattern(new bool[system.CellCount], [.. Enumerable.Repeat(-1, system.CellCount)], []);
        }

        var best = GreedyPublication.Run(system, roles, costs, sums);
        for (var attempt = 1; attempt < Attempts(system); attempt++)
        {
            var other = GreedyPublication.Run(system, roles, CostVariations.Vary(costs, attempt), sums);
            if (Worth(other, roles, costs).CompareTo(Worth(best, roles, costs)) < 0)
            {
                best = other;
            }
        }

        return best;
    }

    private static int Attempts(CellSystem system) => Math.Clamp(MostEntries / Math.Max(1, system.EntryCount), 1, MostAttempts);

    /// <summary>What the secondary cells of a pattern cost, then how many there are.</summary>
    private static (double Cost, int Count) Worth(SuppressionPattern pattern, CellRole[] roles, double[] costs)
    {
        var (cost, count) = (0.0, 0);
        for (var cell = 0; cell < roles.Length; cell++)
        {
            if (pattern.IsSuppressed[cell] && roles[cell] == CellRole.Candidate)
            {
                cost += costs[cell];
                count++;
            }
        }

        return (cost, count);
    }
}
