using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses <see cref="CellType.Timestamp"/>.</summary>
internal readonly struct TimestampParser : ICellParser
{
    private const int IsoWidth = 19;
    private const int MostDecimals = 9;
    private const int KeptDecimals = 6;
    private const int OffsetWidth = 6;

    private static DatePattern IsoWithT { get; } = Pattern("yyyy-MM-ddTHH:mm:ss");
    private static DatePattern IsoWithSpace { get; } = Pattern("yyyy-MM-dd HH:mm:ss");

    private readonly DatePattern? _pattern;

    public TimestampParser(string? format)
    {
        _pattern = format is null ? null : Pattern(format);
    }

    public bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value)
    {
        var cell = buffer.Slice(start, length);
        return _pattern is null ? TryIso(cell, out value) : _pattern.TryReadTimestamp(cell, out value);
    }

    public FaultDetail Explain(ReadOnlySpan<byte> cell)
    {
        if (cell[0] == ' ' || cell[^1] == ' ')
        {
            return FaultDetail.Spaces;
        }

        return (_pattern ?? Iso(cell)).Matches(cell) ? FaultDetail.NotOnCalendar : FaultDetail.None;
    }

    private static DatePattern Pattern(string format) =>
        DatePattern.TryCreate(format, withTime: true, out var pattern)
            ? pattern
            : throw new ArgumentException("Not a timestamp format.", nameof(format));

    private static DatePattern Iso(ReadOnlySpan<byte> cell) =>
        cell.Length > 10 && cell[10] == ' ' ? IsoWithSpace : IsoWithT;

    private static bool TryIso(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        if (cell.Length < IsoWidth || !Iso(cell).TryReadTimestamp(cell[..IsoWidth], out value))
        {
            return false;
        }

        var rest = cell[IsoWidth..];
        return TryFraction(ref rest, ref value) && TryOffset(rest, ref value);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref long value)
    {
        if (rest is not [(byte)'.', ..])
        {
            return true;
        }

        var decimals = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        decimals = decimals < 0 ? rest.Length - 1 : decimals;
        for (var i = 0; i < decimals; i++)
        {
            var digit = rest[i + 1] - '0';
            if (i >= KeptDecimals && digit != 0)
            {
                return false;
            }

            value += i < KeptDecimals ? digit * Digits.PowersOfTen[KeptDecimals - 1 - i] : 0;
        }

        rest = rest[(decimals + 1)..];
        return decimals is > 0 and <= MostDecimals;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, ref long value)
    {
        if (rest is [] or [(byte)'Z'])
        {
            return true;
        }

        if (rest.Length != OffsetWidth || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':'
            || !TryTwo(rest[1..3], 23, out var hours) || !TryTwo(rest[4..], 59, out var minutes))
        {
            return false;
        }

        var offset = CivilTime.Microseconds(0, hours, minutes, 0);
        value += rest[0] == '+' ? -offset : offset;
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> digits, int most, out int value)
    {
        value = (10 * (digits[0] - '0')) + digits[1] - '0';
        return digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && value <= most;
    }
}
