using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Chooses which of some inner cells are rounded up (the algorithm inspired by partial least squares of Langsrud and
/// Heldal 2018): forward steps to the cell whose published cells fall short the most, then one step back and one forward
/// as long as the step back does not take away the cell added last.
/// </summary>
internal sealed class SmallCountChoice
{
    private readonly int[] _cells;
    private readonly SparseRows _published;
    private readonly int _base;
    private readonly Dictionary<int, long> _shortfall = [];
    private readonly List<int> _down;
    private readonly List<int> _up = [];

    /// <param name="cells">The inner cells, ties going to the earlier one.</param>
    /// <param name="published">For each inner cell of all, its published cells.</param>
    /// <param name="truth">The true published cells.</param>
    /// <param name="now">The published cells with all of <paramref name="cells"/> at 0.</param>
    /// <param name="roundingBase">b.</param>
    public SmallCountChoice(int[] cells, SparseRows published, long[] truth, long[] now, int roundingBase)
    {
        (_cells, _published, _base) = (cells, published, roundingBase);
        _down = [.. cells];

        // A published cell that all of them are part of falls short by the same whichever is chosen.
        var parts = cells.SelectMany(cell => CellsOf(cell).ToArray()).CountBy(p => p);
        foreach (var (p, _) in parts.Where(part => part.Value < cells.Length))
        {
            _shortfall[p] = truth[p] - now[p];
        }
    }

    /// <summary>Chooses cells.</summary>
    /// <param name="ups">How many.</param>
    /// <returns>The cells to be rounded up.</returns>
    public IReadOnlyList<int> Choose(int ups)
    {
        if (ups == _cells.Length)
        {
            return _cells;
        }

        while (_up.Count < ups)
        {
            StepForward();
        }

        // The authors bound the exchanges too: on a plateau two cells could change places for ever.
        for (var exchange = 0; exchange < ups + 100 && TryStepBack(); exchange++)
        {
            StepForward();
        }

        return _up;
    }

    private ReadOnlySpan<int> CellsOf(int cell) =>
        _published.Cells.AsSpan(_published.Starts[cell].._published.Starts[cell + 1]);

    private long ShortfallOf(int cell)
    {
        long sum = 0;
        foreach (var p in CellsOf(cell))
        {
            sum += _shortfall.GetValueOrDefault(p);
        }

        return sum;
    }

    private void StepForward()
    {
        var best = _down.MaxBy(ShortfallOf);
        _down.Remove(best);
        _up.Insert(0, best);
        Add(best, -_base);
    }

    private bool TryStepBack()
    {
        var worst = _up.Count == 0 ? -1 : _up.MinBy(ShortfallOf);
        if (_up.Count == 0 || worst == _up[0])
        {
            return false;
        }

        _up.Remove(worst);
        _down.Insert(0, worst);
        Add(worst, _base);
        return true;
    }

    private void Add(int cell, int by)
    {
        foreach (var p in CellsOf(cell))
        {
            if (_shortfall.TryGetValue(p, out var shortfall))
            {
                _shortfall[p] = shortfall + by;
            }
        }
    }
}
