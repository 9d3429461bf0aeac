namespace Publish.Attacks.Systems;

/// <summary>Scratch space for adding two sparse rows; remembers the columns that came and went.</summary>
internal sealed class MergeBuffer
{
    private int[] _columns = new int[16];
    private ulong[] _values = new ulong[16];
    private int _length;

    /// <summary>Columns that were not in the row before.</summary>
    public List<int> Filled { get; } = [];

    /// <summary>Columns that are no longer in the row.</summary>
    public List<int> Cancelled { get; } = [];

    public void Begin(int capacity)
    {
        _length = 0;
        Filled.Clear();
        Cancelled.Clear();
        if (_columns.Length < capacity)
        {
            _columns = new int[2 * capacity];
            _values = new ulong[2 * capacity];
        }
    }

    public void Keep(int column, ulong value) => (_columns[_length], _values[_length++]) = (column, value);

    public void Fill(int column, ulong value)
    {
        Keep(column, value);
        Filled.Add(column);
    }

    public void Combine(int column, ulong value)
    {
        if (value == 0)
        {
            Cancelled.Add(column);
        }
        else
        {
            Keep(column, value);
        }
    }

    public int CopyTo(ref int[] columns, ref ulong[] values)
    {
        if (columns.Length < _length)
        {
            columns = new int[_length + (_length / 2)];
            values = new ulong[columns.Length];
        }

        Array.Copy(_columns, columns, _length);
        Array.Copy(_values, values, _length);
        return _length;
    }
}
