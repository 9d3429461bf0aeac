using Publish.Disclosure.Tables.Cover;
using Publish.Disclosure.Tables.Greedy;
using Publish.Disclosure.Tables.Intervals;
using Publish.Disclosure.Tables.Optimal;

namespace Publish.Disclosure.Tables;

/// <summary>
/// Secondary suppression in any system of cells: hierarchical, linked, of any dimension.
/// </summary>
/// <remarks>
/// <para>
/// Small and middling systems are solved by elimination (Langsrud, <em>Privacy in Statistical Databases</em> 2024, seen
/// from the side of the moves): no suppressed cell is determined by the published ones through the system's equations.
/// Where elimination fills up, which is a matter of how many dimensions there are, product moves cover the primary cells
/// instead: they hide more, and take time in proportion to the number of primary cells.
/// </para>
/// <para>
/// Where the system is small enough a search for the cheapest pattern follows (<see cref="OptimalSuppression"/>).
/// </para>
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
    public static SuppressionPattern Protect(SuppressionProblem problem) => Protect(problem, () => null, () => null, new EliminationEffort());

    /// <summary>
    /// Chooses a cheap set of cells to suppress so that neither the equations nor whole and positive counts tell one of
    /// them.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="sums">What ties the counts, where they are whole and positive.</param>
    /// <param name="cover">Protection by product moves, where the system has a grid of classes.</param>
    /// <param name="effort">How much elimination may cost where there is such a grid.</param>
    internal static SuppressionPattern Protect(
        SuppressionProblem problem, Func<CountSums?> sums, Func<MoveCover?> cover, EliminationEffort effort)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Check();
        if (!problem.Roles.Contains(CellRole.Primary))
        {
            var noShields = Enumerable.Repeat(-1, problem.System.CellCount);
            return new SuppressionPattern(new bool[problem.System.CellCount], [.. noShields], []) { LowestCost = 0 };
        }

        var counts = sums();
        var pattern = effort.Allows(problem.System) ? Eliminate(problem, counts, effort) : null;
        if (pattern is null && cover() is { } moves)
        {
            return moves.Run(effort.Threads);
        }

        pattern ??= Eliminate(problem, counts, EliminationEffort.Unlimited)!;
        return Cheapest(problem, pattern, counts, cover, effort);
    }

    /// <summary>
    /// The pattern or a cheaper one, with intervals as wide as asked for. What whole numbers add to the cheapest pattern can
    /// make it dearer than the other.
    /// </summary>
    private static SuppressionPattern Cheapest(
        SuppressionProblem problem, SuppressionPattern pattern, CountSums? sums, Func<MoveCover?> cover, EliminationEffort effort)
    {
        var (roles, costs) = (problem.Roles, problem.Costs);
        var cheapest = effort.SeeksCheapest && OptimalSuppression.Improve(problem, pattern, sums, effort.Threads) is { } improved
            ? Complete(improved) : null;
        if (cheapest is not null && Worth(cheapest, roles, costs).CompareTo(Worth(pattern, roles, costs)) <= 0)
        {
            return cheapest;
        }

        var other = Complete(pattern) with { LowestCost = cheapest?.LowestCost };
        return cheapest is not null && Rank(cheapest).CompareTo(Rank(other)) < 0 ? cheapest : other;

        (int Unprotected, (double, int)) Rank(SuppressionPattern one) => (one.Unprotected.Count, Worth(one, roles, costs));

        SuppressionPattern Complete(SuppressionPattern one) => problem.Demands.Count == 0 ? one
            : IntervalCompletion.Run(problem, one, cover(), effort.Threads) with { LowestCost = one.LowestCost };
    }

    private static SuppressionPattern? Eliminate(SuppressionProblem problem, CountSums? sums, EliminationEffort effort)
    {
        var (system, roles, costs) = (problem.System, problem.Roles, problem.Costs);
        var best = GreedyPublication.Run(system, roles, costs, sums, effort);
        for (var attempt = 1; best is not null && attempt < Attempts(system); attempt++)
        {
            if (GreedyPublication.Run(system, roles, CostVariations.Vary(costs, attempt), sums, effort) is { } other
                && Worth(other, roles, costs).CompareTo(Worth(best, roles, costs)) < 0)
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
