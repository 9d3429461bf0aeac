namespace Publish.Disclosure.Tables;

/// <summary>
/// What a reader with a pencil knows of every count: least ≤ count ≤ most, tightened one sum at a time until nothing
/// moves (bounds propagation; Davis, <em>Artificial Intelligence</em> 1987). Publications are tried one after another,
/// and can be taken back.
/// </summary>
internal sealed class CountIntervals
{
    private readonly CountSums _sums;
    private readonly CountBounds _bounds;
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen;
    private readonly List<int> _known = [];
    private bool[] _isSecret = [];
    private int _revealed = -1;

    public CountIntervals(CountSums sums)
    {
        _sums = sums;
        _bounds = new CountBounds(sums);
        _isOpen = new bool[sums.Count];
        for (var sum = 0; sum < sums.Count; sum++)
        {
            _isOpen[sum] = true;
            _open.Enqueue(sum);
        }

        Tighten();
        Keep();
    }

    /// <summary>The cells whose count the publications since the last <see cref="Keep"/> tell, themselves among them.</summary>
    public IReadOnlyList<int> Known => _known;

    /// <summary>Publishes cells, and tightens.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="isSecret">The cells whose counts nobody may know.</param>
    /// <returns>
    /// −1, or a secret cell that the publication would tell (the first of the cells when that could not be decided in
    /// reasonable time). Then nothing was published.
    /// </returns>
    public int TryPublish(ReadOnlySpan<int> cells, bool[] isSecret)
    {
        _isSecret = isSecret;
        _revealed = -1;
        foreach (var cell in cells)
        {
            Raise(cell, _sums.Counts[cell], -1);
            Lower(cell, _sums.Counts[cell], -1);
        }

        if (!Tighten())
        {
            _revealed = cells[0];
        }

        if (_revealed >= 0)
        {
            TakeBack();
        }

        return _revealed;
    }

    /// <summary>Keeps what was published.</summary>
    public void Keep()
    {
        _bounds.Keep();
        _known.Clear();
    }

    /// <summary>Takes back what was published since the last <see cref="Keep"/>.</summary>
    public void TakeBack()
    {
        while (_open.TryDequeue(out var sum))
        {
            _isOpen[sum] = false;
        }

        _bounds.TakeBack();
        _known.Clear();
    }

    /// <returns>False when the effort was spent before nothing moved any more.</returns>
    private bool Tighten()
    {
        for (var effort = 10_000 + 20L * _sums.Count; _revealed < 0 && _open.TryDequeue(out var sum); effort--)
        {
            _isOpen[sum] = false;
            if (effort == 0)
            {
                return false;
            }

            if (_sums.IsAdditive(sum))
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

    /// <summary>
    /// total = Σ parts: no cell can be wider than what the others leave. The bounds that one pass finds are exact for
    /// the sum, so its own changes do not open it again.
    /// </summary>
    private void TightenSum(int sum)
    {
        var total = _sums.Total(sum);
        var (low, high) = (_bounds.SumOfLows(sum), _bounds.SumOfHighs(sum));
        Raise(total, low, sum);
        Lower(total, high, sum);
        var below = CountBounds.Difference(_bounds.High(total), low);
        var above = CountBounds.Difference(high, _bounds.Low(total));
        var (othersHigh, unbounded) = (_bounds.SumOfFiniteHighs(sum), _bounds.UnboundedParts(sum));
        if (_bounds.Widest(sum) <= Math.Min(below, above) && unbounded != 1)
        {
            return;
        }

        var totalLow = _bounds.Low(total);
        var widest = 0L;
        foreach (var part in _sums.Parts(sum))
        {
            var (partLow, partHigh) = (_bounds.Low(part), _bounds.High(part));
            if (partLow >= partHigh)
            {
                continue;
            }

            if (below != CountBounds.Unbounded)
            {
                Lower(part, checked(partLow + below), sum);
            }

            if (partHigh == CountBounds.Unbounded ? unbounded == 1 : unbounded == 0)
            {
                Raise(part, checked(totalLow - othersHigh + (unbounded == 0 ? partHigh : 0)), sum);
            }

            widest = Math.Max(widest, CountBounds.Difference(_bounds.High(part), _bounds.Low(part)));
        }

        _bounds.SetWidest(sum, widest);
    }

    /// <summary>Respondents recur: the largest part ≤ total ≤ Σ parts.</summary>
    private void TightenUnion(int sum)
    {
        var total = _sums.Total(sum);
        Lower(total, _bounds.SumOfHighs(sum), sum);
        foreach (var part in _sums.Parts(sum))
        {
            Raise(total, _bounds.Low(part), sum);
        }

        var (othersHigh, unbounded) = (_bounds.SumOfFiniteHighs(sum), _bounds.UnboundedParts(sum));
        var (totalLow, totalHigh) = (_bounds.Low(total), _bounds.High(total));
        foreach (var part in _sums.Parts(sum))
        {
            var partHigh = _bounds.High(part);
            Lower(part, totalHigh, sum);
            if (partHigh == CountBounds.Unbounded ? unbounded == 1 : unbounded == 0)
            {
                Raise(part, checked(totalLow - othersHigh + (unbounded == 0 ? partHigh : 0)), sum);
            }
        }
    }

    private void Raise(int cell, long low, int because)
    {
        if (low > _bounds.Low(cell))
        {
            _bounds.SetLow(cell, low);
            Moved(cell, because);
        }
    }

    private void Lower(int cell, long high, int because)
    {
        if (high < _bounds.High(cell))
        {
            _bounds.SetHigh(cell, high);
            Moved(cell, because);
        }
    }

    private void Moved(int cell, int because)
    {
        if (_bounds.Low(cell) >= _bounds.High(cell) && cell < _sums.PublishableCount)
        {
            _known.Add(cell);
            if (_isSecret[cell])
            {
                _revealed = cell;
            }
        }

        Open(_sums.SumsOf.AsPart(cell), because);
        Open(_sums.SumsOf.AsTotal(cell), because);
    }

    private void Open(ReadOnlySpan<int> sums, int because)
    {
        foreach (var sum in sums)
        {
            if (sum != because && !_isOpen[sum])
            {
                _isOpen[sum] = true;
                _open.Enqueue(sum);
            }
        }
    }
}
