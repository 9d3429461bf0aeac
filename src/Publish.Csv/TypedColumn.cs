namespace Publish.Csv;

/// <summary>The cells of one declared column in a <see cref="TypedBatch"/>. Valid while the batch is.</summary>
public sealed class TypedColumn
{
    private long[] _values = [];
    private bool[] _missing = [];
    private byte[] _text = [];
    private int _count;

    internal TypedColumn(CsvColumn column)
    {
        Column = column;
    }

    /// <summary>The declaration.</summary>
    public CsvColumn Column { get; }

    /// <summary>Whether any cell is missing.</summary>
    public bool AnyMissing { get; internal set; }

    /// <summary>
    /// The value of each row, encoded as <see cref="CellType"/> says; 0 where missing. Means nothing for text: use
    /// <see cref="Text"/>.
    /// </summary>
    public ReadOnlySpan<long> Values => _values.AsSpan(0, _count);

    /// <summary>Whether each row's cell is missing.</summary>
    public ReadOnlySpan<bool> Missing => _missing.AsSpan(0, _count);

    /// <summary>The text of a cell of a text column, as UTF-8; empty where missing.</summary>
    /// <param name="row">The row of the batch, from 0.</param>
    public ReadOnlySpan<byte> Text(int row)
    {
        var slice = _values[row];
        return _text.AsSpan((int)(slice >> 32), (int)slice);
    }

    /// <summary>Where a text cell lies, packed into one number of <see cref="Values"/>.</summary>
    internal static long Slice(int start, int length) => ((long)start << 32) | (uint)length;

    internal Span<long> WritableValues => _values.AsSpan(0, _count);

    internal Span<bool> WritableMissing => _missing.AsSpan(0, _count);

    internal void Reset(int count, byte[] text)
    {
        if (_values.Length < count)
        {
            var capacity = Math.Max(count, 2 * _values.Length);
            _values = new long[capacity];
            _missing = new bool[capacity];
        }

        _count = count;
        _text = text;
        AnyMissing = false;
        _missing.AsSpan(0, count).Clear();
    }
}
