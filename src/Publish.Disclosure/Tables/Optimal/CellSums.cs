using Publish.Disclosure.Tables.Intervals;

namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// Writes cells as sums of as few parts as are easily found: of other cells that together count the same classes, and of
/// the classes that are left. A margin is a sum of some other cells in place of hundreds of classes, which makes programmes sparse.
/// </summary>
internal sealed class CellSums
{
    private readonly CellSystem _system;
    private readonly ClassesOfCells _classes;
    private readonly int[] _sizes;
    private readonly bool[] _isPlain;
    private readonly int[] _within;
    private readonly int[] _taken;

    /// <param name="system">A system of contributions.</param>
    /// <param name="classes">The classes of each cell.</param>
    public CellSums(CellSystem system, ClassesOfCells classes)
    {
        (_system, _classes) = (system, classes);
        _sizes = [.. Enumerable.Range(0, system.CellCount).Select(cell => classes.Entries(cell).Count())];
        _isPlain = [.. Enumerable.Range(0, system.CellCount).Select(cell => classes.Entries(cell).All(entry => entry.Coefficient == 1))];
        (_within, _taken) = (new int[system.CellCount], new int[system.CellCount]);
    }

    /// <summary>The parts that add up to a cell: largest first where there is a choice, none of them counted twice.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Other cells; and classes with how often each counts.</returns>
    public (int[] Cells, (int Class, int Coefficient)[] Classes) Of(int cell)
    {
        (int Class, int Coefficient)[] entries = [.. _classes.Entries(cell)];
        if (!_isPlain[cell] || entries.Length < 2)
        {
            return ([], entries);
        }

        Count(entries, _within);
        var (cells, left) = (new List<int>(), new HashSet<int>(entries.Select(entry => entry.Class)));
        foreach (var (item, _) in entries.Where(entry => left.Contains(entry.Class)))
        {
            if (Largest(cell, item) is var part and >= 0)
            {
                cells.Add(part);
                Count(_classes.Entries(part), _taken);
                left.ExceptWith(_classes.Entries(part).Select(entry => entry.Class));
            }
        }

        Clear(entries);
        return ([.. cells], [.. entries.Where(entry => left.Contains(entry.Class))]);
    }

    /// <summary>The largest cell with a class that lies within the cell, and beside what is taken of it already.</summary>
    private int Largest(int cell, int item)
    {
        var largest = -1;
        foreach (var other in CellsOf(item))
        {
            var isPart = _within[other] == _sizes[other] && _taken[other] == 0 && _isPlain[other]
                && (_sizes[other] < _sizes[cell] || (_sizes[other] == _sizes[cell] && other < cell));
            if (isPart && (largest < 0 || _sizes[other] > _sizes[largest]))
            {
                largest = other;
            }
        }

        return largest;
    }

    private void Count(IEnumerable<(int Class, int Coefficient)> entries, int[] counts)
    {
        foreach (var (item, _) in entries)
        {
            foreach (var cell in CellsOf(item))
            {
                counts[cell]++;
            }
        }
    }

    private void Clear((int Class, int Coefficient)[] entries)
    {
        foreach (var (item, _) in entries)
        {
            foreach (var cell in CellsOf(item))
            {
                (_within[cell], _taken[cell]) = (0, 0);
            }
        }
    }

    private ReadOnlySpan<int> CellsOf(int item) =>
        _system.Rows.Cells.AsSpan(_system.Rows.Starts[item].._system.Rows.Starts[item + 1]);
}
