using Publish.Attacks.Editions;

namespace Publish.Attacks.Bounds;

/// <summary>
/// Tightens intervals one sum at a time until nothing moves (bounds propagation; Davis, *Artificial Intelligence*
/// 1987). Remembers which sum moved a cell last.
/// </summary>
internal sealed class BoundTightening
{
    private readonly CellSums _sums;
    private readonly bool[] _additive;
    private readonly CellIntervals _intervals;
    private readonly int[] _starts;
    private readonly int[] _sumsOf;
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen;

    /// <summary>Opens every sum.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="additive">Which grouping sets' cells add up.</param>
    /// <param name="intervals">The intervals to tighten.</param>
    /// <param name="cells">Number of cells.</param>
    public BoundTightening(CellSums sums, bool[] additive, CellIntervals intervals, int cells)
    {
        (_sums, _additive, _intervals) = (sums, additive, intervals);
        _isOpen = new bool[sums.Count];
        LastSum = new int[cells];
        Array.Fill(LastSum, -1);
        (_starts, _sumsOf) = Invert(sums, cells);
        for (var sum = 0; sum < sums.Count; sum++)
        {
            Open(sum);
        }
    }

    /// <summary>The sum that last moved a bound of each cell, or −1.</summary>
    public int[] LastSum { get; }

    /// <summary>Tightens until nothing moves, a contradiction shows, or the effort is spent.</summary>
    /// <returns>Whether nothing moves any more.</returns>
    public bool Run(long effort)
    {
        while (_intervals.Contradiction < 0 && _open.TryDequeue(out var sum))
        {
            if (--effort < 0)
            {
                return false;
            }

            _isOpen[sum] = false;
            if (_additive[_sums.FinerSet(sum)])
            {
                TightenSum(sum);
            }
            else
            {
                TightenUnion(sum);
            }
        }

        return true;
    }

    // The sums each cell is in, one cell after the other.
    private static (int[] Starts, int[] Sums) Invert(CellSums sums, int cells)
    {
        var starts = new int[cells + 2];
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var part in sums.Parts(sum))
            {
                starts[part + 2]++;
            }

            starts[Math.Max(sums.Total(sum), -1) + 2] += sums.Total(sum) < 0 ? 0 : 1;
        }

        for (var cell = 2; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }

        var of = new int[starts[^1]];
        for (var sum = 0; sum < sums.Count; sum++)
        {
            foreach (var part in sums.Parts(sum))
            {
                of[starts[part + 1]++] = sum;
            }

            if (sums.Total(sum) >= 0)
            {
                of[starts[sums.Total(sum) + 1]++] = sum;
            }
        }

        return (starts, of);
    }

    // total = Σ parts: each part lies between what the others leave at most and at least. One pass from the bounds as
    // they were gives the exact projections, so the sum need not be looked at again for its own changes.
    private void TightenSum(int index)
    {
        var total = _sums.Total(index);
        var parts = _sums.Parts(index);
        var (low, high) = (SumOfLows(parts), SumOfHighs(parts, out var unbounded));
        SetTotal(index, low, unbounded == 0 ? high : CellIntervals.Unbounded);
        var totalLow = total < 0 ? 0 : _intervals.Low(total);
        var totalHigh = total < 0 ? 0 : _intervals.High(total);
        foreach (var part in parts)
        {
            var (partLow, othersHigh) = (_intervals.Low(part), HighOfOthers(part, high, unbounded));
            var raised = othersHigh != CellIntervals.Unbounded && _intervals.Raise(part, totalLow - othersHigh);
            var lowered = totalHigh != CellIntervals.Unbounded && _intervals.Lower(part, totalHigh - (low - partLow));
            Move(index, part, raised || lowered);
        }
    }

    // Respondents recur: the largest part ≤ total ≤ Σ parts.
    private void TightenUnion(int index)
    {
        var total = _sums.Total(index);
        var parts = _sums.Parts(index);
        var high = SumOfHighs(parts, out var unbounded);
        Int128 largest = 0;
        foreach (var part in parts)
        {
            largest = Int128.Max(largest, _intervals.Low(part));
        }

        SetTotal(index, largest, unbounded == 0 ? high : CellIntervals.Unbounded);
        var totalLow = total < 0 ? 0 : _intervals.Low(total);
        var totalHigh = total < 0 ? 0 : _intervals.High(total);
        foreach (var part in parts)
        {
            var othersHigh = HighOfOthers(part, high, unbounded);
            var raised = othersHigh != CellIntervals.Unbounded && _intervals.Raise(part, totalLow - othersHigh);
            Move(index, part, raised | _intervals.Lower(part, totalHigh));
        }
    }

    private Int128 HighOfOthers(int part, Int128 high, int unbounded)
    {
        var own = _intervals.High(part);
        return own == CellIntervals.Unbounded
            ? (unbounded == 1 ? high : CellIntervals.Unbounded)
            : (unbounded == 0 ? high - own : CellIntervals.Unbounded);
    }

    private void SetTotal(int index, Int128 low, Int128 high)
    {
        var total = _sums.Total(index);
        if (total >= 0)
        {
            Move(index, total, _intervals.Raise(total, low) | _intervals.Lower(total, high));
        }
    }

    private Int128 SumOfLows(ReadOnlySpan<int> parts)
    {
        Int128 low = 0;
        foreach (var part in parts)
        {
            low = checked(low + _intervals.Low(part));
        }

        return low;
    }

    private Int128 SumOfHighs(ReadOnlySpan<int> parts, out int unbounded)
    {
        Int128 high = 0;
        unbounded = 0;
        foreach (var part in parts)
        {
            var bound = _intervals.High(part);
            unbounded += bound == CellIntervals.Unbounded ? 1 : 0;
            high = checked(high + (bound == CellIntervals.Unbounded ? 0 : bound));
        }

        return high;
    }

    private void Move(int index, int cell, bool moved)
    {
        if (moved)
        {
            LastSum[cell] = index;
            for (var i = _starts[cell]; i < _starts[cell + 1]; i++)
            {
                if (_sumsOf[i] != index)
                {
                    Open(_sumsOf[i]);
                }
            }
        }
    }

    private void Open(int sum)
    {
        if (!_isOpen[sum])
        {
            _isOpen[sum] = true;
            _open.Enqueue(sum);
        }
    }
}
