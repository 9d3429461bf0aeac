namespace Publish.Attacks.Perturbation;

/// <summary>
/// Looks for tables that agree with everything published near the true one: one respondent more or fewer in a class that
/// is part of the cell, then one fewer or more in other classes wherever a cell has left its interval, each time where
/// least is broken. Whoever is moved is in one class only, so every such table could be true.
/// </summary>
/// <remarks>
/// Local search by least conflicts (Minton, Johnston, Philips and Laird, *Artificial Intelligence* 58, 1992). What it ends
/// on fulfils every interval by construction; not to find a table proves nothing.
/// </remarks>
/// <param name="cells">The cells.</param>
/// <param name="classes">The classes.</param>
/// <param name="effort">Cells that may be looked at.</param>
internal sealed class RoundingMoves(RoundedCells cells, RoundedClasses classes, long effort)
{
    private const int Starts = 12;
    private const int Steps = 24;
    private const int Candidates = 96;

    private readonly Dictionary<int, int> _change = [];
    private readonly Dictionary<int, int> _moved = [];
    private readonly SortedSet<(int Classes, int Cell)> _broken = [];
    private long _effort = effort;

    /// <summary>The cells that some table which agrees with everything published shows with another count than the true one.</summary>
    public HashSet<int> Uncertain { get; } = [];

    /// <summary>Whether the effort is spent.</summary>
    public bool IsSpent => _effort <= 0;

    /// <summary>Looks for a table in which a cell has another count.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Whether one was found, now or before.</returns>
    public bool Find(int cell)
    {
        foreach (var first in classes.ClassesOf(cell).Take(Starts))
        {
            foreach (var by in new[] { 1, -1 })
            {
                if (Uncertain.Contains(cell) || IsSpent)
                {
                    return Uncertain.Contains(cell);
                }

                Try(cell, first, by);
            }
        }

        return Uncertain.Contains(cell);
    }

    private void Try(int cell, int first, int by)
    {
        _change.Clear();
        _moved.Clear();
        _broken.Clear();
        if (!CanMove(first, by))
        {
            return;
        }

        Move(first, by);
        for (var step = 0; _broken.Count > 0 && step < Steps; step++)
        {
            if (BestRepair(_broken.Min.Cell, cell, step) is not { } repair)
            {
                return;
            }

            Move(repair, -Math.Sign(_change[_broken.Min.Cell]));
        }

        if (_broken.Count == 0)
        {
            Uncertain.UnionWith(_change.Where(each => each.Value != 0).Select(each => each.Key));
        }
    }

    // The class whose cells break the least; no class is moved twice, and the cell that is asked about stays changed.
    private int? BestRepair(int broken, int asked, int step)
    {
        var members = classes.ClassesOf(broken);
        var by = -Math.Sign(_change[broken]);
        var (best, least) = ((int?)null, int.MaxValue);
        var from = members.Count <= Candidates ? 0 : (int)((uint)((broken * 7919) + (step * 104729)) % (uint)members.Count);
        for (var i = 0; i < Math.Min(members.Count, Candidates) && least > -_broken.Count; i++)
        {
            var candidate = members[(from + i) % members.Count];
            if (!_moved.ContainsKey(candidate) && CanMove(candidate, by) && Conflicts(candidate, by, asked, least) is var conflicts && conflicts < least)
            {
                (best, least) = (candidate, conflicts);
            }
        }

        return best;
    }

    private bool CanMove(int index, int by) => by > 0 || classes.Lone(index) > 0;

    // How many more cells are outside of their intervals after a move; not worked out beyond the least so far.
    private int Conflicts(int index, int by, int asked, int least)
    {
        var conflicts = 0;
        foreach (var cell in classes.CellsOf(index))
        {
            _effort--;
            var before = _change.GetValueOrDefault(cell);
            if (cell == asked && before + by == 0)
            {
                return int.MaxValue;
            }

            conflicts += Excess(cell, before + by) - Excess(cell, before);
        }

        return conflicts;
    }

    private int Excess(int cell, int change) => (int)(
        change > cells.Up(cell) ? change - cells.Up(cell) : -change > cells.Down(cell) ? -change - cells.Down(cell) : 0);

    private void Move(int index, int by)
    {
        _moved.Add(index, by);
        foreach (var cell in classes.CellsOf(index))
        {
            _effort--;
            var change = _change[cell] = _change.GetValueOrDefault(cell) + by;
            if (Excess(cell, change) > 0)
            {
                _broken.Add((classes.ClassesOf(cell).Count, cell));
            }
            else
            {
                _broken.Remove((classes.ClassesOf(cell).Count, cell));
            }
        }
    }
}
