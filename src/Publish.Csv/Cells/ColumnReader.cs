using Publish.Codes;
using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>
/// Checks and types the cells of one declared column, for one thread. Works down a whole column at a time, so that the
/// loop knows its type.
/// </summary>
internal abstract class ColumnReader
{
    private readonly TextSet _marks;
    private readonly TextSet? _permitted;
    private readonly TextPattern? _pattern;

    protected ColumnReader(CsvColumn column, CsvFormat format, int index)
    {
        Column = column;
        Index = index;
        _marks = new TextSet(column.MissingMarks ?? format.MissingMarks);
        _permitted = column.Values is null ? null : new TextSet(column.Values);
        _pattern = column.Pattern is null ? null : new TextPattern(column.Pattern);
    }

    protected CsvColumn Column { get; }

    /// <summary>The index of the declared column.</summary>
    protected int Index { get; }

    /// <summary>Whether a cell's text has rules of its own, beyond its type.</summary>
    protected bool HasTextRules => _permitted is not null || _pattern is not null;

    /// <summary>Types the cells at a position of the file into a column of a batch.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="position">The position in the file, from 0.</param>
    /// <param name="target">As many rows as the grid.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public abstract void Read(CellGrid grid, int position, TypedColumn target, FaultLog faults);

    public static ColumnReader For(CsvColumn column, CsvFormat format, int index) => column.Type switch
    {
        CellType.Text => new TextReader(column, format, index),
        CellType.Integer => new ValueReader<IntegerParser>(default, column, format, index),
        CellType.Decimal => new ValueReader<DecimalParser>(
            new DecimalParser(format.DecimalMark, column.Scale), column, format, index),
        CellType.Boolean => new ValueReader<BooleanParser>(
            new BooleanParser(new TextSet(column.TrueValues), new TextSet(column.FalseValues)), column, format, index),
        CellType.Date => new ValueReader<DateParser>(new DateParser(format.DateFormat), column, format, index),
        CellType.Timestamp => new ValueReader<TimestampParser>(
            new TimestampParser(format.TimestampFormat), column, format, index),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>Whether a text of this length could be a missing mark.</summary>
    protected bool MayBeMissing(int length) => _marks.MayHaveLength(length);

    /// <summary>Whether a cell has no value; if it ought to have one, that is a fault.</summary>
    protected bool IsMissing(CellGrid grid, int cell, int row, int position, TypedColumn target, FaultLog faults)
    {
        var length = grid.Ends[cell] - grid.Starts[cell];
        if (length != CellGrid.Faulty && length != CellGrid.NoText && !_marks.Contains(TextAt(grid, cell)))
        {
            return false;
        }

        target.AnyMissing = true;
        target.WritableMissing[row] = true;
        if (Column.Required && length != CellGrid.Faulty)
        {
            Report(CsvCodes.Required, grid, row, position, faults);
        }

        return true;
    }

    /// <summary>Whether a text is no missing mark and meets the rules for texts.</summary>
    protected bool IsAccepted(ReadOnlySpan<byte> text) =>
        !_marks.Contains(text)
        && (_permitted is null || _permitted.Contains(text))
        && (_pattern is null || _pattern.IsMatch(text));

    protected void CheckText(CellGrid grid, int cell, int row, int position, FaultLog faults)
    {
        var text = TextAt(grid, cell);
        if (_permitted is not null && !_permitted.Contains(text))
        {
            Report(CsvCodes.Values, grid, row, position, faults);
        }

        if (_pattern is not null && !_pattern.IsMatch(text))
        {
            Report(CsvCodes.Pattern, grid, row, position, faults);
        }
    }

    protected void Report(
        Code code, CellGrid grid, int row, int position, FaultLog faults, FaultDetail detail = FaultDetail.None) =>
        faults.Add(code, Index, new Fault(grid.Places.RowAt(row), grid.Places.LineAt(row), position + 1, detail));

    protected static ReadOnlySpan<byte> TextAt(CellGrid grid, int cell) =>
        grid.Bytes.AsSpan(grid.Starts[cell], grid.Ends[cell] - grid.Starts[cell]);
}
