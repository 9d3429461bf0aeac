using System.Globalization;
using Publish.Policies.Columns;
using Publish.Policies.Format;

namespace Publish.Policies.Reading;

/// <summary>Values of columns as one 64-bit number, as the strict reader encodes cells.</summary>
internal static class EncodedValue
{
    private static readonly string[] TimestampFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    ];

    /// <summary>Reads a bound as the policy writes it, whatever the file's own formats.</summary>
    public static bool TryParse(string text, ColumnType type, int decimals, out long value)
    {
        value = 0;
        switch (type)
        {
            case ColumnType.Integer or ColumnType.Decimal:
                return NumberShape.TryParse(text, out var number) && TryScale(number, decimals, out value);
            case ColumnType.Date:
                var isDate = DateShape.TryParse(text, out var date);
                value = date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
                return isDate;
            case ColumnType.Timestamp:
                var isTimestamp = DateTime.TryParseExact(
                    text, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var timestamp);
                value = (timestamp - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
                return isTimestamp;
            default:
                return false;
        }
    }

    /// <summary>Turns a number into units of its last decimal.</summary>
    /// <returns>False where it has more decimals or leaves 64 bits.</returns>
    public static bool TryScale(decimal number, int decimals, out long value)
    {
        value = 0;
        var scale = 1m;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        if (decimal.Abs(number) > long.MaxValue / scale || decimal.Truncate(number * scale) != number * scale)
        {
            return false;
        }

        value = (long)(number * scale);
        return true;
    }

    /// <summary>What can be read for a type, as a sentence.</summary>
    public static string Phrase(ColumnType type, int decimals) => type switch
    {
        ColumnType.Integer => "Expected: a whole number within 64 bits.",
        ColumnType.Decimal => string.Create(
            CultureInfo.InvariantCulture, $"Expected: a number with at most {decimals} decimals, within 64 bits in all."),
        ColumnType.Date => "Expected: a date such as 2026-01-31.",
        ColumnType.Timestamp => "Expected: a timestamp such as 2026-01-31T12:00:00.",
        _ => "Only numbers, dates and timestamps have bounds.",
    };
}
