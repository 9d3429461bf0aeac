using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Publish.Csv.Cells;

/// <summary>A date or timestamp of fixed width: digits at fixed places, and between them fixed characters.</summary>
internal sealed class DatePattern
{
    private const int ShortestDate = 8;
    private const int LongestDate = 16;
    private const int Longest = 32;
    private const ulong HighBits = 0x8080808080808080;

    private readonly byte[] _template;
    private readonly int _year;
    private readonly int _month;
    private readonly int _day;
    private readonly int _hour;
    private readonly int _minute;
    private readonly int _second;
    private readonly ulong _headTemplate;
    private readonly ulong _headLimit;
    private readonly ulong _tailTemplate;
    private readonly ulong _tailLimit;

    private DatePattern(byte[] template, ReadOnlySpan<int> parts)
    {
        _template = template;
        (_year, _month, _day) = (parts[0], parts[1], parts[2]);
        (_hour, _minute, _second) = (parts[3], parts[4], parts[5]);
        (_headTemplate, _headLimit) = Word(template.AsSpan(0, ShortestDate));
        (_tailTemplate, _tailLimit) = Word(template.AsSpan(template.Length - ShortestDate));
    }

    /// <summary>Compiles a format.</summary>
    /// <param name="format">As <see cref="CsvFormat.DateFormat"/> or <see cref="CsvFormat.TimestampFormat"/> describe.</param>
    /// <param name="withTime">Whether it must have a time of day.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool TryCreate(string format, bool withTime, [NotNullWhen(true)] out DatePattern? pattern)
    {
        pattern = null;
        ReadOnlySpan<string> parts = ["yyyy", "MM", "dd", "HH", "mm", "ss"];
        Span<int> places = [-1, -1, -1, -1, -1, -1];
        var template = new byte[format.Length];
        for (var i = 0; i < format.Length;)
        {
            var part = PartAt(format, i, withTime ? parts : parts[..3]);
            if (part >= 0 && places[part] < 0)
            {
                places[part] = i;
                template.AsSpan(i, parts[part].Length).Fill((byte)'0');
                i += parts[part].Length;
            }
            else if (part < 0 && IsLiteral(format[i], withTime))
            {
                template[i] = (byte)format[i++];
            }
            else
            {
                return false;
            }
        }

        var complete = !places[..3].Contains(-1) && (!withTime || (places[3] >= 0 && places[4] >= 0));
        if (!complete || format.Length > (withTime ? Longest : LongestDate))
        {
            return false;
        }

        pattern = new DatePattern(template, places);
        return true;
    }

    /// <summary>Reads a date as days since 1970-01-01.</summary>
    public bool TryReadDate(ReadOnlySpan<byte> buffer, int start, int length, out long days)
    {
        days = 0;
        if (length != _template.Length || !MatchesWords(buffer, start, length))
        {
            return false;
        }

        return TryDays(buffer[start..], out days);
    }

    /// <summary>Reads a timestamp as microseconds since 1970-01-01T00:00:00.</summary>
    public bool TryReadTimestamp(ReadOnlySpan<byte> cell, out long microseconds)
    {
        microseconds = 0;
        if (!Matches(cell) || !TryDays(cell, out var days))
        {
            return false;
        }

        var hour = Two(cell, _hour);
        var minute = Two(cell, _minute);
        var second = _second < 0 ? 0 : Two(cell, _second);
        microseconds = CivilTime.Microseconds(days, hour, minute, second);
        return hour < 24 && minute < 60 && second < 60;
    }

    /// <summary>Whether a text has the pattern's form, calendar aside.</summary>
    public bool Matches(ReadOnlySpan<byte> cell)
    {
        if (cell.Length != _template.Length)
        {
            return false;
        }

        for (var i = 0; i < _template.Length; i++)
        {
            if (_template[i] == '0' ? !char.IsAsciiDigit((char)cell[i]) : cell[i] != _template[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int PartAt(string format, int at, ReadOnlySpan<string> parts)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            if (string.CompareOrdinal(format, at, parts[part], 0, parts[part].Length) == 0)
            {
                return part;
            }
        }

        return -1;
    }

    // Digits are never literals, so a template byte '0' is a digit's place.
    private static bool IsLiteral(char character, bool withTime) =>
        character is >= ' ' and <= '~' and not '"'
        && (!char.IsAsciiLetterOrDigit(character) || (withTime && character is 'T' or 'Z'));

    // A byte of the cell minus the template's, plus the limit, overflows into the high bit unless it fits:
    // a digit's place leaves 0–9, any other 0.
    private static (ulong Template, ulong Limit) Word(ReadOnlySpan<byte> template)
    {
        Span<byte> limit = stackalloc byte[ShortestDate];
        for (var i = 0; i < limit.Length; i++)
        {
            limit[i] = template[i] == '0' ? (byte)(0x80 - 10) : (byte)0x7F;
        }

        return (BinaryPrimitives.ReadUInt64LittleEndian(template), BinaryPrimitives.ReadUInt64LittleEndian(limit));
    }

    private bool MatchesWords(ReadOnlySpan<byte> buffer, int start, int length)
    {
        var head = BinaryPrimitives.ReadUInt64LittleEndian(buffer.Slice(start, 8)) ^ _headTemplate;
        var tail = BinaryPrimitives.ReadUInt64LittleEndian(buffer.Slice(start + length - 8, 8)) ^ _tailTemplate;

        // A carry between bytes needs a byte of 0x81 or more, which the test of the high bits itself refuses.
        return ((head | (head + _headLimit) | tail | (tail + _tailLimit)) & HighBits) == 0;
    }

    private bool TryDays(ReadOnlySpan<byte> cell, out long days) =>
        CivilTime.TryDays((100 * Two(cell, _year)) + Two(cell, _year + 2), Two(cell, _month), Two(cell, _day), out days);

    private static int Two(ReadOnlySpan<byte> cell, int at) => (10 * (cell[at] - '0')) + cell[at + 1] - '0';
}
