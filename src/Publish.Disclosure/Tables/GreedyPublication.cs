namespace Publish.Disclosure.Tables;

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
/// </remarks>
internal sealed class GreedyPublication
{
    /// <summary>Fewer dear cells than this are not worth an attempt.</summary>
    private const int FewestDear = 200;
    private readonly IReadOnlyList<CellRole> roles;
    private readonly IReadOnlyList<double> costs;
    private readonly MoveSpace moves;
    private readonly bool[] isProtected;
    private readonly bool[] isSuppressed;
    private readonly int[] shields;
    private readonly List<int> unprotected = [];

    private GreedyPublication(CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        this.roles = roles;
        this.costs = costs;
        moves = system.Moves(roles, costs);
        isProtected = new bool[system.CellCount];
        isSuppressed = new bool[system.CellCount];
        shields = new int[system.CellCount];
        Array.Fill(shields, -1);
        for (var cell = 0; cell < roles.Count; cell++)
        {
            if (roles[cell] != CellRole.Candidate)
            {
                Settle(cell);
            }
        }
    }

    /// <summary>Chooses the pattern.</summary>
    public static SuppressionPattern Run(CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        foreach (var limit in Limits(roles, costs))
        {
            var attempt = new GreedyPublication(system, roles, costs);
            if (attempt.TryPublishAbove(limit))
            {
                return attempt.PublishFrom(limit);
            }
        }

        throw new InvalidOperationException("Nothing costs more than the last limit, so nothing can be refused.");
    }

    /// <summary>
    /// From which cost on a cell is dear: first so that eight cells a primary are cheap; then twice as many each time,
    /// but never more than half of those that were dear; and at last all.
    /// </summary>
    private static IEnumerable<double> Limits(IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        double[] ascending = [.. costs.Where((_, cell) => roles[cell] == CellRole.Candidate).Order()];
        var cheap = Math.Max(1L, 8L * roles.Count(role => role == CellRole.Primary));
        while (ascending.Length - cheap > FewestDear)
        {
            yield return ascending[cheap];
            cheap = Math.Min(2 * cheap, (cheap + ascending.Length) / 2);
        }

        yield return double.PositiveInfinity;
    }

    private void Settle(int cell)
    {
        if (roles[cell] == CellRole.Primary)
        {
            isSuppressed[cell] = true;
            isProtected[cell] = moves.Count(cell) > 0;
            if (!isProtected[cell])
            {
                unprotected.Add(cell);
            }
        }

        moves.Settle(cell);
    }

    /// <summary>Publishes all dear cells, those that the fewest moves change first (Markowitz's rule, in part).</summary>
    private bool TryPublishAbove(double limit)
    {
        var queue = new PriorityQueue<int, (int Count, int Cell)>();
        for (var cell = 0; cell < roles.Count; cell++)
        {
            if (roles[cell] == CellRole.Candidate && costs[cell] > limit)
            {
                queue.Enqueue(cell, (moves.Count(cell), cell));
            }
        }

        while (queue.TryDequeue(out var cell, out var place))
        {
            if (moves.Count(cell) > place.Count)
            {
                queue.Enqueue(cell, (moves.Count(cell), cell));
            }
            else if (moves.TryFix(cell, isProtected) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private SuppressionPattern PublishFrom(double limit)
    {
        foreach (var cell in Order(limit))
        {
            shields[cell] = moves.TryFix(cell, isProtected);
            if (shields[cell] >= 0)
            {
                isSuppressed[cell] = true;
                moves.Settle(cell);
            }
        }

        return new SuppressionPattern(isSuppressed, shields, unprotected);
    }

    /// <summary>Dear before cheap; of equals, the later one first: coarser cells have higher numbers.</summary>
    private int[] Order(double limit)
    {
        int[] cells = [.. Enumerable.Range(0, roles.Count).Where(cell => roles[cell] == CellRole.Candidate && costs[cell] <= limit)];
        var keys = Array.ConvertAll(cells, cell => (-costs[cell], -cell));
        Array.Sort(keys, cells);
        return cells;
    }
}
