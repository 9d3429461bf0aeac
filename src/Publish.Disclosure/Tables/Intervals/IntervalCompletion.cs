using Publish.Disclosure.Tables.Cover;

namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// Widens the intervals of a pattern that no equation solves: proves by moves what it can, by linear programmes what
/// moves cannot, and suppresses more for the rest.
/// </summary>
internal static class IntervalCompletion
{
    /// <summary>Meets the demands of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">A pattern that leaves no suppressed cell to be solved.</param>
    /// <param name="cover">Moves, where the system has a grid of classes.</param>
    /// <param name="threads">The most workers at once; −1 for one a core.</param>
    /// <param name="mostWork">What programmes that prove intervals may take; what they do not prove then is protected anew.</param>
    /// <returns>The pattern, perhaps with more suppressed; what could not be met is among its unprotected cells.</returns>
    public static SuppressionPattern Run(SuppressionProblem problem, SuppressionPattern start, MoveCover? cover, int threads, long mostWork = IntervalProver.MostWork)
    {
        int[] asked = [.. Enumerable.Range(0, problem.System.CellCount)
            .Where(cell => start.IsSuppressed[cell] && problem.Demands.Any(demand => demand.Upper[cell] > 0 || demand.Lower[cell] > 0))];
        var left = cover?.ProveWithin(start, threads) ?? asked;
        var proofs = left.Count == 0 ? [] : new IntervalProver(problem, threads, mostWork).Prove(start.IsSuppressed, left);
        if (cover is not null)
        {
            cover.Accept(proofs);
            return cover.Run(threads);
        }

        return new LeastChange(problem, start, proofs).Run();
    }
}
