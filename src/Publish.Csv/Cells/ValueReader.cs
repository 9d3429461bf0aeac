using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Reads a column whose cells are numbers of some kind.</summary>
internal sealed class ValueReader<TParser> : ColumnReader
    where TParser : struct, ICellParser
{
    private readonly TParser _parser;
    private readonly long _minimum;
    private readonly long _maximum;
    private readonly bool _plain;

    public ValueReader(TParser parser, CsvColumn column, CsvFormat format, int index)
        : base(column, format, index)
    {
        _parser = parser;
        _minimum = column.Minimum ?? long.MinValue;
        _maximum = column.Maximum ?? long.MaxValue;

        // A mark such as -9 would parse as a value, so where there is one every cell is asked first.
        var marks = column.MissingMarks ?? format.MissingMarks;
        _plain = !HasTextRules && !marks.Any(mark => Parses(parser, mark));
    }

    public override void Read(CellGrid grid, int position, TypedColumn target, FaultLog faults)
    {
        var parser = _parser;
        var (minimum, maximum, plain) = (_minimum, _maximum, _plain);
        var (starts, ends, stride) = (grid.Starts, grid.Ends, grid.Stride);
        ReadOnlySpan<byte> bytes = grid.Bytes;
        var values = target.WritableValues;
        var cell = position;
        for (var row = 0; row < values.Length; row++, cell += stride)
        {
            var start = starts[cell];
            var length = ends[cell] - start;
            if (!plain || length <= 0 || !parser.TryParse(bytes, start, length, out var value)
                || value < minimum || value > maximum)
            {
                value = Exceptional(grid, cell, row, position, target, faults);
            }

            values[row] = value;
        }
    }

    private static bool Parses(TParser parser, string mark)
    {
        var length = System.Text.Encoding.UTF8.GetByteCount(mark);
        var buffer = new byte[length + CellGrid.Padding];
        System.Text.Encoding.UTF8.GetBytes(mark, buffer);
        return length > 0 && parser.TryParse(buffer, 0, length, out _);
    }

    private long Exceptional(CellGrid grid, int cell, int row, int position, TypedColumn target, FaultLog faults)
    {
        if (IsMissing(grid, cell, row, position, target, faults))
        {
            return 0;
        }

        var length = grid.Ends[cell] - grid.Starts[cell];
        if (length == 0 || !_parser.TryParse(grid.Bytes, grid.Starts[cell], length, out var value))
        {
            var detail = length == 0 ? FaultDetail.Empty : _parser.Explain(TextAt(grid, cell));
            Report(CsvCodes.TypeError, grid, row, position, faults, detail);
            return 0;
        }

        if (value < _minimum)
        {
            Report(CsvCodes.Minimum, grid, row, position, faults);
        }

        if (value > _maximum)
        {
            Report(CsvCodes.Maximum, grid, row, position, faults);
        }

        CheckText(grid, cell, row, position, faults);
        return value;
    }
}
