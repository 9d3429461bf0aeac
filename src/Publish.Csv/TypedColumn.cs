namespace Publish.Csv;

/// <summary>The cells of one declared column in a <see cref="TypedBatch"/>. Valid while the batch is.</summary>
public sealed class TypedColumn
{
    private long[] _values = [];
    private bool[] _missing = [];
    private int[] _numbers = [];
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

    /// <summary>
    /// The distinct texts of a text column that one reading thread has met so far, or <see langword="null"/> for other
    /// types and once the column has had too many. It is the same, and only grows, from batch to batch of one worker, so
    /// what is worked out for a text once can be kept by its number.
    /// </summary>
    public DistinctTexts? DistinctTexts { get; private set; }

    /// <summary>
    /// The number of each row's text in <see cref="DistinctTexts"/>, −1 where missing; empty where there are none.
    /// </summary>
    public ReadOnlySpan<int> TextNumbers => DistinctTexts is null ? default : _numbers.AsSpan(0, _count);

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

    /// <summary>Room for the number of each row's text.</summary>
    internal Span<int> WritableNumbers()
    {
        if (_numbers.Length < _count)
        {
            _numbers = new int[_values.Length];
        }

        return _numbers.AsSpan(0, _count);
    }

    /// <summary>Says that every row's text has its number.</summary>
    internal void Encode(DistinctTexts texts) => DistinctTexts = texts;

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
        DistinctTexts = null;
        AnyMissing = false;
        _missing.AsSpan(0, count).Clear();
    }
}
