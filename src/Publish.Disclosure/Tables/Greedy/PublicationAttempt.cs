namespace Publish.Disclosure.Tables.Greedy;

/// <summary>One attempt to publish the dear cells in a short order and the others strictly by cost.</summary>
internal sealed class PublicationAttempt
{
    private readonly CellRole[] _roles;
    private readonly IReadOnlyList<double> _costs;
    private readonly EliminationEffort _effort;
    private readonly CountPublication? _counts;

    public PublicationAttempt(
        CellSystem system, CellRole[] roles, IReadOnlyList<double> costs, CountSums? sums, EliminationEffort effort)
    {
        (_roles, _costs, _effort) = (roles, costs, effort);
        State = new PublicationState(system, roles, costs, effort);
        _counts = sums is null ? null : new CountPublication(State, new CountIntervals(sums));
    }

    /// <summary>Where it stands.</summary>
    public PublicationState State { get; }

    /// <summary>Publishes all dear cells, those that the fewest moves change first (Markowitz's rule, in part).</summary>
    /// <returns>False where one of them is refused or the effort is spent.</returns>
    public bool TryPublishAbove(double limit)
    {
        var queue = new PriorityQueue<int, (int Count, int Cell)>();
        for (var cell = 0; cell < _roles.Length; cell++)
        {
            if (_roles[cell] == CellRole.Candidate && _costs[cell] > limit)
            {
                queue.Enqueue(cell, (State.Moves.Count(cell), cell));
            }
        }

        var dear = new List<int>();
        while (queue.TryDequeue(out var cell, out var place))
        {
            if (_effort.IsSpent)
            {
                return false;
            }

            if (State.Moves.Count(cell) > place.Count)
            {
                queue.Enqueue(cell, (State.Moves.Count(cell), cell));
            }
            else if (State.TryFix(cell) >= 0)
            {
                return false;
            }
            else
            {
                dear.Add(cell);
            }
        }

        dear.ForEach(cell => State.IsPublished[cell] = true);
        return _counts is null || _counts.TryTell(dear);
    }

    /// <summary>Publishes the others, each unless it would give a primary cell away.</summary>
    public void PublishFrom(double limit)
    {
        foreach (var cell in PublicationOrder.UpTo(limit, _roles, _costs)
            .Where(cell => !State.IsPublished[cell] && !State.IsSuppressed[cell]))
        {
            if (State.Conflicts.Count > 0 || _effort.IsSpent)
            {
                return;
            }

            var shielded = _counts is null ? State.TryFix(cell) : _counts.TryPublish(cell);
            if (shielded < 0)
            {
                State.IsPublished[cell] = true;
            }
            else if (!State.IsSuppressed[cell])
            {
                State.Suppress(cell, shielded);
            }
        }
    }
}
