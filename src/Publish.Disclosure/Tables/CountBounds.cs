namespace Publish.Disclosure.Tables;

/// <summary>
/// The bounds of all counts, and of each sum what its parts' bounds add up to. Changes are noted, so that they can be
/// taken back.
/// </summary>
internal sealed class CountBounds
{
    /// <summary>Stands for "no upper bound".</summary>
    public const long Unbounded = long.MaxValue;

    private readonly CountSums _sums;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly long[] _sumOfLows;
    private readonly long[] _sumOfHighs;
    private readonly int[] _unbounded;
    private readonly long[] _widest;
    private readonly Stack<(Kind Kind, int Index, long Before)> _changes = new();

    public CountBounds(CountSums sums)
    {
        _sums = sums;
        _low = (long[])sums.Least.Clone();
        _high = new long[sums.CellCount];
        _sumOfLows = new long[sums.Count];
        _sumOfHighs = new long[sums.Count];
        _unbounded = new int[sums.Count];
        _widest = new long[sums.Count];
        Array.Fill(_high, Unbounded);
        Array.Fill(_widest, Unbounded);
        for (var sum = 0; sum < sums.Count; sum++)
        {
            _unbounded[sum] = sums.Parts(sum).Length;
            foreach (var part in sums.Parts(sum))
            {
                _sumOfLows[sum] = checked(_sumOfLows[sum] + _low[part]);
            }
        }
    }

    private enum Kind
    {
        Low,
        High,
        Widest,
    }

    public long Low(int cell) => _low[cell];

    public long High(int cell) => _high[cell];

    public long SumOfLows(int sum) => _sumOfLows[sum];

    public long SumOfHighs(int sum) => _unbounded[sum] > 0 ? Unbounded : _sumOfHighs[sum];

    public long SumOfFiniteHighs(int sum) => _sumOfHighs[sum];

    public int UnboundedParts(int sum) => _unbounded[sum];

    /// <summary>At least as much as the widest interval of the sum's parts.</summary>
    public long Widest(int sum) => _widest[sum];

    /// <summary>High − low, where high may be unbounded.</summary>
    public static long Difference(long high, long low) => high == Unbounded ? Unbounded : checked(high - low);

    public void SetLow(int cell, long low)
    {
        _changes.Push((Kind.Low, cell, _low[cell]));
        ChangeLow(cell, low);
    }

    public void SetHigh(int cell, long high)
    {
        _changes.Push((Kind.High, cell, _high[cell]));
        ChangeHigh(cell, high);
    }

    public void SetWidest(int sum, long widest)
    {
        _changes.Push((Kind.Widest, sum, _widest[sum]));
        _widest[sum] = widest;
    }

    public void Keep() => _changes.Clear();

    public void TakeBack()
    {
        while (_changes.TryPop(out var change))
        {
            switch (change.Kind)
            {
                case Kind.Low:
                    ChangeLow(change.Index, change.Before);
                    break;
                case Kind.High:
                    ChangeHigh(change.Index, change.Before);
                    break;
                default:
                    _widest[change.Index] = change.Before;
                    break;
            }
        }
    }

    private void ChangeLow(int cell, long low)
    {
        foreach (var sum in _sums.SumsOf.AsPart(cell))
        {
            _sumOfLows[sum] = checked(_sumOfLows[sum] + low - _low[cell]);
        }

        _low[cell] = low;
    }

    private void ChangeHigh(int cell, long high)
    {
        var (before, after) = (_high[cell], high);
        var unbounded = (after == Unbounded ? 1 : 0) - (before == Unbounded ? 1 : 0);
        var finite = (after == Unbounded ? 0 : after) - (before == Unbounded ? 0 : before);
        foreach (var sum in _sums.SumsOf.AsPart(cell))
        {
            _unbounded[sum] += unbounded;
            _sumOfHighs[sum] = checked(_sumOfHighs[sum] + finite);
        }

        _high[cell] = high;
    }
}
