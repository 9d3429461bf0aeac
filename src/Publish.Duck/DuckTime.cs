namespace Publish.Duck;

/// <summary>How dates and times are stored: counted from 1970-01-01.</summary>
public static class DuckTime
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The days since 1970-01-01.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The days; negative before 1970.</returns>
    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>The date so many days after 1970-01-01.</summary>
    /// <param name="days">The days.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside the years 1 to 9999.</exception>
    public static DateOnly Date(int days) => DateOnly.FromDayNumber(checked(days + EpochDay));

    /// <summary>The microseconds since 1970-01-01 00:00, cut off below a microsecond (towards the past).</summary>
    /// <param name="time">The time; its kind is not looked at.</param>
    /// <returns>The microseconds; negative before 1970.</returns>
    public static long Microseconds(DateTime time) =>
        (time.Ticks / TimeSpan.TicksPerMicrosecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The time so many microseconds after 1970-01-01 00:00.</summary>
    /// <param name="microseconds">The microseconds.</param>
    /// <returns>The time, of unspecified kind.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside the years 1 to 9999.</exception>
    public static DateTime Time(long microseconds) =>
        DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond)),
            DateTimeKind.Unspecified);
}
