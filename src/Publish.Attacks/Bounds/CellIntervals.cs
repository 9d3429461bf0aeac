namespace Publish.Attacks.Bounds;

/// <summary>What the intruder knows of each cell: low ≤ value ≤ high, whole numbers in units of the scale.</summary>
internal sealed class CellIntervals
{
    /// <summary>Stands for "no upper bound".</summary>
    public static readonly Int128 Unbounded = Int128.MaxValue;

    /// <summary>Stands for "no lower bound".</summary>
    public static readonly Int128 Unlimited = Int128.MinValue;

    private readonly Int128[] _low;
    private readonly Int128[] _high;

    /// <summary>Knows nothing of any cell but whether it can be negative.</summary>
    /// <param name="cells">Number of cells.</param>
    /// <param name="areNonNegative">Whether no cell is below 0. By default so.</param>
    public CellIntervals(int cells, bool areNonNegative = true)
    {
        _low = new Int128[cells];
        _high = new Int128[cells];
        Array.Fill(_low, areNonNegative ? 0 : Unlimited);
        Array.Fill(_high, Unbounded);
    }

    /// <summary>The first cell that no value fits, or −1.</summary>
    public int Contradiction { get; private set; } = -1;

    public Int128 Low(int cell) => _low[cell];

    public Int128 High(int cell) => _high[cell];

    public bool IsExact(int cell) => _low[cell] == _high[cell];

    /// <summary>Raises the lower bound; false when it was as high already.</summary>
    public bool Raise(int cell, Int128 low)
    {
        if (low <= _low[cell])
        {
            return false;
        }

        _low[cell] = low;
        Judge(cell);
        return true;
    }

    /// <summary>Lowers the upper bound; false when it was as low already.</summary>
    public bool Lower(int cell, Int128 high)
    {
        if (high >= _high[cell])
        {
            return false;
        }

        _high[cell] = high;
        Judge(cell);
        return true;
    }

    private void Judge(int cell)
    {
        if (_low[cell] > _high[cell] && Contradiction < 0)
        {
            Contradiction = cell;
        }
    }
}
