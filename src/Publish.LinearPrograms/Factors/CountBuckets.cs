namespace Publish.LinearPrograms.Factors;

/// <summary>Lines (rows or columns) of the active submatrix in lists by their number of entries.</summary>
internal sealed class CountBuckets
{
    private readonly int[] _first;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _bucketOf;

    /// <param name="lines">The number of lines; a line has at most as many entries.</param>
    public CountBuckets(int lines)
    {
        _first = new int[lines + 1];
        Array.Fill(_first, -1);
        _next = new int[lines];
        _previous = new int[lines];
        _bucketOf = new int[lines];
        Array.Fill(_bucketOf, -1);
    }

    /// <summary>The first line with so many entries, or −1.</summary>
    public int First(int count) => _first[count];

    /// <summary>The line after another in its list, or −1.</summary>
    public int Next(int line) => _next[line];

    /// <summary>Puts a line where its number of entries belongs.</summary>
    public void Put(int line, int count)
    {
        Remove(line);
        (_bucketOf[line], _previous[line], _next[line]) = (count, -1, _first[count]);
        if (_first[count] >= 0)
        {
            _previous[_first[count]] = line;
        }

        _first[count] = line;
    }

    /// <summary>Takes a line out.</summary>
    public void Remove(int line)
    {
        if (_bucketOf[line] < 0)
        {
            return;
        }

        if (_previous[line] >= 0)
        {
            _next[_previous[line]] = _next[line];
        }
        else
        {
            _first[_bucketOf[line]] = _next[line];
        }

        if (_next[line] >= 0)
        {
            _previous[_next[line]] = _previous[line];
        }

        _bucketOf[line] = -1;
    }
}
