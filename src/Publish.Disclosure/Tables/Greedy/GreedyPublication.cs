namespace Publish.Disclosure.Tables.Greedy;

/// <summary>
/// Publishes candidates from the dearest to the cheapest, each unless it would give a primary cell away. What is left
/// is suppressed.
/// </summary>
/// <remarks>
/// <para>
/// A candidate that is refused is in series with a primary cell: fixing more cells leaves them in series, so the
/// candidate is not solved as long as the primary is not, and never has to be looked at again. A candidate that is
/// solved by the time its turn comes shields nothing and is published.
/// </para>
/// <para>
/// The dear cells are published first in whatever order keeps the moves short. If none of them is refused, that is what
/// the strict order would have led to: whether a set of cells can be published does not depend on the order, nor does
/// the space of moves that is left. If one is refused, the attempt is given up for one with fewer dear cells. So the
/// answer is always that of the strict order, and only the time differs.
/// </para>
/// <para>
/// Where the sums of the counts are given, a candidate is refused also if whole and positive counts would leave one
/// value only for a suppressed cell. The same holds of that as of exact solutions: more publications only tell more, in
/// whatever order. A candidate whose value others tell anyway is published with them or not at all, so that nothing is
/// told by both kinds of reasoning together. Where that comes too late, everything starts again with the candidate as a
/// primary cell.
/// </para>
/// </remarks>
internal static class GreedyPublication
{
    /// <summary>Chooses the pattern.</summary>
    /// <param name="system">The cells and what ties them.</param>
    /// <param name="roles">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each cell costs.</param>
    /// <param name="sums">The sums of the cells' counts, or <see langword="null"/> where only exact solutions matter.</param>
    /// <param name="effort">How much it may cost.</param>
    /// <returns>The pattern, or <see langword="null"/> when the effort was spent first.</returns>
    public static SuppressionPattern? Run(
        CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs, CountSums? sums, EliminationEffort effort)
    {
        var stricter = roles.ToArray();
        var shields = new SortedDictionary<int, int>();
        while (true)
        {
            if (Publish(system, stricter, costs, sums, effort) is not { } state)
            {
                return null;
            }

            var solved = state.Solved();
            if (solved.Count == 0)
            {
                foreach (var (cell, shielded) in shields)
                {
                    state.Shields[cell] = shielded;
                }

                return state.Pattern();
            }

            foreach (var cell in solved)
            {
                stricter[cell] = CellRole.Primary;
                shields.Add(cell, state.Shields[cell]);
            }
        }
    }

    private static PublicationState? Publish(
        CellSystem system, CellRole[] roles, IReadOnlyList<double> costs, CountSums? sums, EliminationEffort effort)
    {
        foreach (var limit in PublicationOrder.Limits(roles, costs))
        {
            var attempt = new PublicationAttempt(system, roles, costs, sums, effort);
            if (attempt.TryPublishAbove(limit))
            {
                attempt.PublishFrom(limit);
                return effort.IsSpent ? null : attempt.State;
            }

            if (effort.IsSpent)
            {
                return null;
            }
        }

        throw new InvalidOperationException("Nothing costs more than the last limit, so nothing can be refused.");
    }
}
