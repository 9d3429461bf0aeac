using Publish.Attacks.Editions;

namespace Publish.Attacks.Bounds;

/// <summary>
/// Tightens intervals one sum at a time until nothing moves (bounds propagation; Davis, *Artificial Intelligence*
/// 1987). Remembers which sum moved a cell last.
/// </summary>
internal sealed class BoundTightening
{
    private readonly CellSum[] _sums;
    private readonly bool[] _additive;
    private readonly CellIntervals _intervals;
    private readonly List<int>[] _sumsOf;
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen;

    public BoundTightening(CellSum[] sums, bool[] additive, CellIntervals intervals, int cells)
    {
        (_sums, _additive, _intervals) = (sums, additive, intervals);
        _isOpen = new bool[sums.Length];
        LastSum = new int[cells];
        Array.Fill(LastSum, -1);
        _sumsOf = new List<int>[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            _sumsOf[cell] = [];
        }

        for (var sum = 0; sum < sums.Length; sum++)
        {
            foreach (var cell in Members(sums[sum]))
            {
                _sumsOf[cell].Add(sum);
            }

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
            if (_additive[sum])
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

    private static IEnumerable<int> Members(CellSum sum) => sum.Total < 0 ? sum.Parts : sum.Parts.Append(sum.Total);

    // total = Σ parts: each part lies between what the others leave at most and at least. One pass from the bounds as
    // they were gives the exact projections, so the sum need not be looked at again for its own changes.
    private void TightenSum(int index)
    {
        var sum = _sums[index];
        var (low, high) = (SumOfLows(sum), SumOfHighs(sum, out var unbounded));
        SetTotal(index, low, unbounded == 0 ? high : CellIntervals.Unbounded);
        var totalLow = sum.Total < 0 ? 0 : _intervals.Low(sum.Total);
        var totalHigh = sum.Total < 0 ? 0 : _intervals.High(sum.Total);
        foreach (var part in sum.Parts)
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
        var sum = _sums[index];
        var high = SumOfHighs(sum, out var unbounded);
        var largest = sum.Parts.Length == 0 ? 0 : sum.Parts.Max(_intervals.Low);
        SetTotal(index, largest, unbounded == 0 ? high : CellIntervals.Unbounded);
        var totalLow = sum.Total < 0 ? 0 : _intervals.Low(sum.Total);
        var totalHigh = sum.Total < 0 ? 0 : _intervals.High(sum.Total);
        foreach (var part in sum.Parts)
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
        var total = _sums[index].Total;
        if (total >= 0)
        {
            Move(index, total, _intervals.Raise(total, low) | _intervals.Lower(total, high));
        }
    }

    private Int128 SumOfLows(CellSum sum)
    {
        Int128 low = 0;
        foreach (var part in sum.Parts)
        {
            low = checked(low + _intervals.Low(part));
        }

        return low;
    }

    private Int128 SumOfHighs(CellSum sum, out int unbounded)
    {
        Int128 high = 0;
        unbounded = 0;
        foreach (var part in sum.Parts)
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
            foreach (var sum in _sumsOf[cell].Where(sum => sum != index))
            {
                Open(sum);
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
