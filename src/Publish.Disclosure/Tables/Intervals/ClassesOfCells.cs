namespace Publish.Disclosure.Tables.Intervals;

/// <summary>The classes that each cell adds up: the contributions the other way round.</summary>
internal sealed class ClassesOfCells
{
    private readonly SparseRows _contributions;
    private readonly int[] _starts;
    private readonly int[] _classes;
    private readonly int[] _coefficients;

    public ClassesOfCells(CellSystem system)
    {
        _contributions = system.Rows;
        _starts = new int[system.CellCount + 1];
        foreach (var cell in _contributions.Cells)
        {
            _starts[cell + 1]++;
        }

        for (var cell = 0; cell < system.CellCount; cell++)
        {
            _starts[cell + 1] += _starts[cell];
        }

        var next = _starts[..^1];
        _classes = new int[_contributions.Cells.Length];
        _coefficients = new int[_contributions.Cells.Length];
        for (var item = 0; item < _contributions.RowCount; item++)
        {
            for (var entry = _contributions.Starts[item]; entry < _contributions.Starts[item + 1]; entry++)
            {
                var at = next[_contributions.Cells[entry]]++;
                (_classes[at], _coefficients[at]) = (item, _contributions.Coefficient(entry));
            }
        }
    }

    /// <summary>The classes of a cell, and how often each counts.</summary>
    public IEnumerable<(int Class, int Coefficient)> Entries(int cell)
    {
        for (var entry = _starts[cell]; entry < _starts[cell + 1]; entry++)
        {
            yield return (_classes[entry], _coefficients[entry]);
        }
    }

    /// <summary>The classes that published cells determine one by one.</summary>
    public bool[] FixedBy(bool[] isPublished)
    {
        var isFixed = new bool[_contributions.RowCount];
        var left = new int[isPublished.Length];
        var open = new Stack<int>();
        for (var cell = 0; cell < left.Length; cell++)
        {
            left[cell] = _starts[cell + 1] - _starts[cell];
            if (isPublished[cell] && left[cell] == 1)
            {
                open.Push(cell);
            }
        }

        while (open.TryPop(out var cell))
        {
            foreach (var (item, _) in Entries(cell).Where(entry => !isFixed[entry.Class]))
            {
                isFixed[item] = true;
                foreach (var other in _contributions.Cells.AsSpan(_contributions.Starts[item].._contributions.Starts[item + 1]))
                {
                    if (--left[other] == 1 && isPublished[other])
                    {
                        open.Push(other);
                    }
                }
            }
        }

        return isFixed;
    }
}
