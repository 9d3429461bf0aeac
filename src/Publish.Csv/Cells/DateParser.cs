using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses <see cref="CellType.Date"/>.</summary>
internal readonly struct DateParser : ICellParser
{
    private readonly DatePattern _pattern;

    public DateParser(string format)
    {
        _pattern = DatePattern.TryCreate(format, withTime: false, out var pattern)
            ? pattern
            : throw new ArgumentException("Not a date format.", nameof(format));
    }

    public bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value) =>
        _pattern.TryReadDate(buffer, start, length, out value);

    public FaultDetail Explain(ReadOnlySpan<byte> cell)
    {
        if (cell[0] == ' ' || cell[^1] == ' ')
        {
            return FaultDetail.Spaces;
        }

        return _pattern.Matches(cell) ? FaultDetail.NotOnCalendar : FaultDetail.None;
    }
}
