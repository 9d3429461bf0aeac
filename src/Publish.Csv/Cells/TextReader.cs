using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>
/// Reads a column of text: a cell's value is where its bytes lie. As long as the column repeats a few texts they are
/// numbered, and each is judged once.
/// </summary>
internal sealed class TextReader(CsvColumn column, CsvFormat format, int index) : ColumnReader(column, format, index)
{
    // What a thread may keep of one column, about 1 MB; a column of codes or categories stays far below.
    private const int MostDistinct = 1 << 14;
    private const int MostDistinctBytes = 1 << 18;
    private const int LongestEncoded = 64;

    private DistinctTexts? _distinct = new();
    private bool[] _accepted = new bool[64];

    public override void Read(CellGrid grid, int position, TypedColumn target, FaultLog faults)
    {
        var rows = target.WritableValues.Length;
        var encoded = _distinct is null ? 0 : ReadEncoded(_distinct, grid, position, target, faults);
        if (_distinct is not null && encoded == rows)
        {
            target.Encode(_distinct);
            return;
        }

        _distinct = null;
        _accepted = [];
        ReadPlain(encoded, grid, position, target, faults);
    }

    /// <returns>How many rows were read: all, unless the column has too many texts or too long ones.</returns>
    private int ReadEncoded(
        DistinctTexts texts, CellGrid grid, int position, TypedColumn target, FaultLog faults)
    {
        var (starts, ends, stride) = (grid.Starts, grid.Ends, grid.Stride);
        ReadOnlySpan<byte> bytes = grid.Bytes;
        var values = target.WritableValues;
        var numbers = target.WritableNumbers();
        var (accepted, known) = (_accepted, texts.Count);
        var cell = position;
        for (var row = 0; row < values.Length; row++, cell += stride)
        {
            var start = starts[cell];
            var length = ends[cell] - start;
            if ((uint)length > LongestEncoded)
            {
                if (length > 0)
                {
                    return row;
                }

                numbers[row] = -1;
                values[row] = Exceptional(grid, cell, row, position, target, faults);
                continue;
            }

            var number = texts.NumberOf(bytes, start, length);
            if (number == known)
            {
                if (known == MostDistinct || texts.ByteCount > MostDistinctBytes)
                {
                    return row;
                }

                Judge(number, TextAt(grid, cell));
                (accepted, known) = (_accepted, known + 1);
            }

            var isAccepted = accepted[number];
            values[row] = isAccepted
                ? TypedColumn.Slice(start, length)
                : Exceptional(grid, cell, row, position, target, faults);
            numbers[row] = isAccepted || !target.Missing[row] ? number : -1;
        }

        return values.Length;
    }

    private void ReadPlain(int from, CellGrid grid, int position, TypedColumn target, FaultLog faults)
    {
        var values = target.WritableValues;
        var plain = !HasTextRules;
        var cell = position + (from * grid.Stride);
        for (var row = from; row < values.Length; row++, cell += grid.Stride)
        {
            var start = grid.Starts[cell];
            var length = grid.Ends[cell] - start;
            var read = length > 0 && plain && !MayBeMissing(length);
            values[row] = read ? TypedColumn.Slice(start, length) : Exceptional(grid, cell, row, position, target, faults);
        }
    }

    private void Judge(int number, ReadOnlySpan<byte> text)
    {
        if (number == _accepted.Length)
        {
            Array.Resize(ref _accepted, 2 * number);
        }

        _accepted[number] = IsAccepted(text);
    }

    private long Exceptional(CellGrid grid, int cell, int row, int position, TypedColumn target, FaultLog faults)
    {
        if (IsMissing(grid, cell, row, position, target, faults))
        {
            return 0;
        }

        CheckText(grid, cell, row, position, faults);
        return TypedColumn.Slice(grid.Starts[cell], grid.Ends[cell] - grid.Starts[cell]);
    }
}
