using System.Globalization;

namespace Publish.Policies.Publications;

/// <summary>A day and a time of every month, as the clocks of a place show them, in summer and in winter.</summary>
/// <param name="Week">Which of the month's days of that name.</param>
/// <param name="Day">The day's name.</param>
/// <param name="Time">The time that clocks show.</param>
/// <param name="Zone">The place's time zone.</param>
public sealed record MonthlyPublication(WeekOfMonth Week, DayOfWeek Day, TimeOnly Time, TimeZoneInfo Zone) : PublicationTime
{
    private const int DaysOfWeek = 7;

    /// <summary>The rule as policies write it.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"{Week.ToString().ToLowerInvariant()} {Day} {Time:HH:mm} {Zone.Id}");

    /// <inheritdoc />
    /// <remarks>The first such time that is not before the version is ready.</remarks>
    public override DateTimeOffset For(DateTimeOffset ready)
    {
        // A month earlier than the place's: its clocks may be a day behind.
        var month = new DateOnly(ready.UtcDateTime.Year, ready.UtcDateTime.Month, 1).AddMonths(-1);
        while (true)
        {
            var instant = InstantOf(DayIn(month).ToDateTime(Time));
            if (instant >= ready)
            {
                return instant;
            }

            month = month.AddMonths(1);
        }
    }

    private DateOnly DayIn(DateOnly month)
    {
        var first = month.AddDays(((int)Day - (int)month.DayOfWeek + DaysOfWeek) % DaysOfWeek);
        if (Week != WeekOfMonth.Last)
        {
            return first.AddDays(DaysOfWeek * (int)Week);
        }

        var fifth = first.AddDays(DaysOfWeek * 4);
        return fifth.Month == month.Month ? fifth : fifth.AddDays(-DaysOfWeek);
    }

    // A time that clocks leave out in spring is taken by the offset before, which is as much later; of a time that they
    // show twice in autumn, the first is meant.
    private DateTimeOffset InstantOf(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
        {
            var before = Zone.GetUtcOffset(local.AddDays(-1));
            return new DateTimeOffset(local, before).ToUniversalTime();
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
