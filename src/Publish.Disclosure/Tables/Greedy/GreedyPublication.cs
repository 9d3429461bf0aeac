using System.Runtime.InteropServices;

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
/// <para>
/// Where the sums of the counts are given, a candidate is refused also if whole and positive counts would leave one
/// value only for a suppressed cell. The same holds of that as of exact solutions: more publications only tell more, in
/// whatever order. A candidate whose value others tell anyway is published with them or not at all, so that nothing is
/// told by both kinds of reasoning together. Where that comes too late, everything starts again with the candidate as a
/// primary cell.
/// </para>
/// </remarks>
internal sealed class GreedyPublication
{
    /// <summary>Fewer dear cells than this are not worth an attempt.</summary>
    private const int FewestDear = 200;
    private readonly CellRole[] _roles;
    private readonly IReadOnlyList<double> _costs;
    private readonly MoveSpace _moves;
    private readonly bool[] _isProtected;
    private readonly bool[] _isSuppressed;
    private readonly bool[] _isPublished;
    private readonly int[] _shields;
    private readonly List<int> _unprotected = [];
    private readonly SortedSet<int> _conflicts = [];
    private readonly CountIntervals? _intervals;
    private readonly EliminationEffort _effort;

    private GreedyPublication(
        CellSystem system, CellRole[] roles, IReadOnlyList<double> costs, CountSums? sums, EliminationEffort effort)
    {
        _effort = effort;
        _intervals = sums is null ? null : new CountIntervals(sums);
        _roles = roles;
        _costs = costs;
        _moves = system.Moves(roles, costs, effort);
        _isProtected = new bool[system.CellCount];
        _isSuppressed = new bool[system.CellCount];
        _isPublished = new bool[system.CellCount];
        _shields = new int[system.CellCount];
        Array.Fill(_shields, -1);
        for (var cell = 0; cell < roles.Length; cell++)
        {
            if (roles[cell] != CellRole.Candidate)
            {
                Settle(cell);
            }
        }
    }

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
            if (Start(system, stricter, costs, sums, effort) is not { } publication)
            {
                return null;
            }

            var solved = publication.Solved();
            if (solved.Count == 0)
            {
                return publication.Pattern(shields);
            }

            foreach (var cell in solved)
            {
                stricter[cell] = CellRole.Primary;
                shields.Add(cell, publication._shields[cell]);
            }
        }
    }

    private static GreedyPublication? Start(
        CellSystem system, CellRole[] roles, IReadOnlyList<double> costs, CountSums? sums, EliminationEffort effort)
    {
        foreach (var limit in Limits(roles, costs))
        {
            var attempt = new GreedyPublication(system, roles, costs, sums, effort);
            if (attempt.TryPublishAbove(limit))
            {
                attempt.PublishFrom(limit);
                return effort.IsSpent ? null : attempt;
            }

            if (effort.IsSpent)
            {
                return null;
            }
        }

        throw new InvalidOperationException("Nothing costs more than the last limit, so nothing can be refused.");
    }

    /// <summary>The candidates that are suppressed and yet solved, or told by both kinds of reasoning together.</summary>
    private List<int> Solved() =>
        [.. Enumerable.Range(0, _roles.Length)
            .Where(cell => _isSuppressed[cell] && _roles[cell] == CellRole.Candidate && _moves.Count(cell) == 0)
            .Union(_conflicts)];

    private SuppressionPattern Pattern(IReadOnlyDictionary<int, int> shields)
    {
        foreach (var (cell, shielded) in shields)
        {
            _shields[cell] = shielded;
        }

        return new SuppressionPattern(_isSuppressed, _shields, _unprotected);
    }

    /// <summary>
    /// From which cost on a cell is dear: first so that eight cells a primary are cheap; then twice as many each time,
    /// but never more than half of those that were dear; and at last all.
    /// </summary>
    private static IEnumerable<double> Limits(CellRole[] roles, IReadOnlyList<double> costs)
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
        for (var cell = 0; cell < _roles.Length; cell++)
        {
            if (_roles[cell] == CellRole.Candidate && _costs[cell] > limit)
            {
                queue.Enqueue(cell, (_moves.Count(cell), cell));
            }
        }

        var dear = new List<int>();
        while (queue.TryDequeue(out var cell, out var place))
        {
            if (_effort.IsSpent)
            {
                return false;
            }

            if (_moves.Count(cell) > place.Count)
            {
                queue.Enqueue(cell, (_moves.Count(cell), cell));
            }
            else if (_moves.TryFix(cell, _isProtected) >= 0)
            {
                return false;
            }
            else
            {
                dear.Add(cell);
            }
        }

        return TryTell(dear);
    }

    /// <summary>Lets the counts of cells be known that are published already.</summary>
    private bool TryTell(List<int> dear)
    {
        dear.ForEach(cell => _isPublished[cell] = true);
        if (_intervals is null)
        {
            return true;
        }

        if (dear.Count > 0
            && (_intervals.TryPublish(CollectionsMarshal.AsSpan(dear), _isSuppressed) >= 0 || FixKnown(_intervals, -1, []) >= 0))
        {
            return false;
        }

        _intervals.Keep();
        return true;
    }

    private void PublishFrom(double limit)
    {
        foreach (var cell in Order(limit).Where(cell => !_isPublished[cell] && !_isSuppressed[cell]))
        {
            if (_conflicts.Count > 0 || _effort.IsSpent)
            {
                return;
            }

            var shielded = _intervals is null ? _moves.TryFix(cell, _isProtected) : TryPublish(_intervals, cell);
            if (shielded < 0)
            {
                _isPublished[cell] = true;
            }
            else if (!_isSuppressed[cell])
            {
                Suppress(cell, shielded);
            }
        }

    }

    /// <returns>−1 when the cell is published; otherwise a suppressed cell that it would give away.</returns>
    private int TryPublish(CountIntervals intervals, int cell)
    {
        var shielded = intervals.TryPublish([cell], _isSuppressed);
        if (shielded >= 0)
        {
            ProtectAsPrimary(cell);
            return shielded;
        }

        var harmless = new List<int>();
        shielded = FixKnown(intervals, cell, harmless);
        shielded = shielded < 0 ? _moves.TryFix(cell, _isProtected) : shielded;
        if (shielded < 0)
        {
            intervals.Keep();
            return -1;
        }

        intervals.TakeBack();
        Republish(intervals, harmless, cell);
        return shielded;
    }

    /// <summary>
    /// A cell refused for its counts is in series with no primary cell, so it has to be protected itself from now on.
    /// </summary>
    private void ProtectAsPrimary(int cell)
    {
        _isProtected[cell] = _moves.Count(cell) > 0;
        if (!_isProtected[cell])
        {
            _conflicts.Add(cell);
        }
    }

    /// <summary>
    /// Fixes the other cells that the counts tell if the one at hand is published, unless one of them gives a primary
    /// away.
    /// </summary>
    private int FixKnown(CountIntervals intervals, int cell, List<int> harmless)
    {
        foreach (var known in intervals.Known.Where(known => !_isPublished[known] && known != cell))
        {
            var shielded = _moves.TryFix(known, _isProtected);
            if (shielded >= 0)
            {
                Suppress(known, shielded);
                return shielded;
            }

            _isPublished[known] = true;
            harmless.Add(known);
        }

        return -1;
    }

    /// <summary>The cells that were fixed before one was refused are published without what was to tell them.</summary>
    private void Republish(CountIntervals intervals, List<int> harmless, int refused)
    {
        if (harmless.Count == 0)
        {
            return;
        }

        if (intervals.TryPublish(CollectionsMarshal.AsSpan(harmless), _isSuppressed) >= 0
            || intervals.Known.Any(known => !_isPublished[known]))
        {
            _conflicts.Add(refused);
        }

        intervals.Keep();
    }

    private void Suppress(int cell, int shielded)
    {
        _shields[cell] = shielded;
        _isSuppressed[cell] = true;
        _moves.Settle(cell);
    }

    /// <summary>Dear before cheap; of equals, the later one first: coarser cells have higher numbers.</summary>
    private int[] Order(double limit)
    {
        int[] cells = [.. Enumerable.Range(0, _roles.Length).Where(cell => _roles[cell] == CellRole.Candidate && _costs[cell] <= limit)];
        var keys = Array.ConvertAll(cells, cell => (-_costs[cell], -cell));
        Array.Sort(keys, cells);
        return cells;
    }
}
