namespace Publish.Csv.Cells;

/// <summary>The proleptic Gregorian calendar as numbers.</summary>
internal static class CivilTime
{
    /// <summary>Microseconds of a day.</summary>
    public const long Day = 86_400_000_000;

    private const int DaysTo1970 = 719_162;

    private static ReadOnlySpan<byte> MonthLengths => [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];

    private static ReadOnlySpan<ushort> DaysBefore =>
        [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 0, 0, 0];

    /// <summary>Days since 1970-01-01 of a real date of the years 1 to 9999.</summary>
    public static bool TryDays(int year, int month, int day, out long days)
    {
        var leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        var length = month > 15 ? 0 : MonthLengths[month & 15] + (leap && month == 2 ? 1 : 0);
        var before = year - 1;
        days = (365 * before) + (before / 4) - (before / 100) + (before / 400)
            + DaysBefore[month & 15] + (leap && month > 2 ? 1 : 0) + day - 1 - DaysTo1970;
        return year > 0 && day > 0 && day <= length;
    }

    /// <summary>Microseconds since 1970-01-01T00:00:00.</summary>
    public static long Microseconds(long days, int hour, int minute, int second) =>
        (days * Day) + (((((hour * 60L) + minute) * 60) + second) * 1_000_000);
}
