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
    private readonly IReadOnlyList<CellRole> _roles;
    private readonly IReadOnlyList<double> _costs;
    private readonly MoveSpace _moves;
    private readonly bool[] _isProtected;
    private readonly bool[] _isSuppressed;
    private readonly int[] _shields;
    private readonly List<int> _unprotected = [];

    private GreedyPublication(CellSystem system, IReadOnlyList<CellRole> roles, IReadOnlyList<double> costs)
    {
        _roles = roles;
        _costs = costs;
        _moves = system.Moves(roles, costs);
        _isProtected = new bool[system.CellCount];
        _isSuppressed = new bool[system.CellCount];
        _shields = new int[system.CellCount];
        Array.Fill(_shields, -1);
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
        if (_roles[cell] == CellRole.Primary)
        {
            _isSuppressed[cell] = true;
            _isProtected[cell] = _moves.Count(cell) > 0;
            if (!_isProtected[cell])
            {
                _unprotected.Add(cell);
            }
        }

        _moves.Settle(cell);
    }

    /// <summary>Publishes all dear cells, those that the fewest moves change first (Markowitz's rule, in part).</summary>
    private bool TryPublishAbove(double limit)
    {
        var queue = new PriorityQueue<int, (int Count, int Cell)>();
        for (var cell = 0; cell < _roles.Count; cell++)
        {
            if (_roles[cell] == CellRole.Candidate && _costs[cell] > limit)
            {
                queue.Enqueue(cell, (_moves.Count(cell), cell));
            }
        }

        while (queue.TryDequeue(out var cell, out var place))
        {
            if (_moves.Count(cell) > place.Count)
            {
                queue.Enqueue(cell, (_moves.Count(cell), cell));
            }
            else if (_moves.TryFix(cell, _isProtected) >= 0)
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
            _shields[cell] = _moves.TryFix(cell, _isProtected);
            if (_shields[cell] >= 0)
            {
                _isSuppressed[cell] = true;
                _moves.Settle(cell);
            }
        }

        return new SuppressionPattern(_isSuppressed, _shields, _unprotected);
    }

    /// <summary>Dear before cheap; of equals, the later one first: coarser cells have higher numbers.</summary>
    private int[] Order(double limit)
    {
        int[] cells = [.. Enumerable.Range(0, _roles.Count).Where(cell => _roles[cell] == CellRole.Candidate && _costs[cell] <= limit)];
        var keys = Array.ConvertAll(cells, cell => (-_costs[cell], -cell));
        Array.Sort(keys, cells);
        return cells;
    }
}
