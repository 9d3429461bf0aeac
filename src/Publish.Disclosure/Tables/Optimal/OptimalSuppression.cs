namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// A cheaper pattern: the cheapest of a system that is small enough, or one with a proven gap (no pattern that keeps every
/// promise costs less than so much); of middling systems one that is not known to be the cheapest. Parts of the system that
/// share nothing are searched each alone.
/// </summary>
/// <remarks>
/// Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear constraints", <em>Management
/// Science</em> 47 (2001). The bound holds for tables of whole numbers too, where fewer patterns are safe.
/// </remarks>
internal static class OptimalSuppression
{
    /// <summary>Looks for a cheaper pattern.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">A pattern that leaves no cell to be solved.</param>
    /// <param name="sums">What ties the counts, where they are whole and positive.</param>
    /// <param name="threads">The most workers at once; −1 for one a core. The answer does not depend on it.</param>
    /// <returns>
    /// A pattern whose intervals are wide enough within the tolerance of a solver where parts were small enough to be
    /// searched, with the lowest cost that is possible if they all were; or <see langword="null"/> where the system is too
    /// large or nothing was found.
    /// </returns>
    public static SuppressionPattern? Improve(SuppressionProblem problem, SuppressionPattern start, CountSums? sums, int threads)
    {
        var unprotected = start.Unprotected.ToHashSet();
        Attacker[] attackers = [.. Attacker.Of(problem, unprotected.Contains)];
        if (attackers.Length == 0 || PartSearch.LeastWork(problem, attackers) > PartSearch.MostWork)
        {
            return null;
        }

        var found = new PartSearch(problem, attackers, threads).Run(start);
        return found is not null && CountsTellNothing(problem, found, sums) && NothingIsSolved(problem, found, unprotected)
            ? Pattern(problem, start, found) : null;
    }

    /// <summary>
    /// Whether whole and positive counts leave more than one value for every primary cell. A secondary cell that they tell
    /// is told to everyone already, so it is published.
    /// </summary>
    private static bool CountsTellNothing(SuppressionProblem problem, CheapestPattern found, CountSums? sums)
    {
        while (sums is not null)
        {
            int[] published = [.. Enumerable.Range(0, sums.PublishableCount).Where(cell => !found.IsSuppressed[cell])];
            var told = published.Length == 0 ? -1 : new CountIntervals(sums).TryPublish(published, found.IsSuppressed);
            if (told < 0)
            {
                return true;
            }

            if (problem.Roles[told] != CellRole.Candidate || !found.IsSuppressed[told])
            {
                return false;
            }

            found.IsSuppressed[told] = false;
            found.Shields[told] = -1;
        }

        return true;
    }

    /// <summary>Solvers err; elimination does not.</summary>
    private static bool NothingIsSolved(SuppressionProblem problem, CheapestPattern found, HashSet<int> unprotected)
    {
        var solved = SolvableCells.Find(problem.System, found.IsSuppressed);
        return !Enumerable.Range(0, solved.Length)
            .Any(cell => solved[cell] && problem.Roles[cell] != CellRole.Hidden && !unprotected.Contains(cell));
    }

    private static SuppressionPattern Pattern(SuppressionProblem problem, SuppressionPattern start, CheapestPattern found) =>
        new(
            [.. found.IsSuppressed.Select((isSuppressed, cell) => isSuppressed && problem.Roles[cell] != CellRole.Hidden)],
            found.Shields,
            start.Unprotected)
        {
            LowestCost = found.LowestCost,
        };
}
