namespace Publish.Policies.Hierarchies;

/// <summary>A period of the calendar, in ascending length.</summary>
public enum CalendarPeriod
{
    /// <summary>A day; a level of timestamps only.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of the calendar year.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
