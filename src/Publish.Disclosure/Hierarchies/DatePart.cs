namespace Publish.Disclosure.Hierarchies;

/// <summary>What a level of a date keeps, from fine to coarse.</summary>
public enum DatePart
{
    /// <summary>The day: <c>2026-10-01</c>.</summary>
    Day,

    /// <summary>The month: <c>2026-10</c>.</summary>
    Month,

    /// <summary>The quarter of the calendar year: <c>2026-Q4</c>.</summary>
    Quarter,

    /// <summary>The half of the calendar year: <c>2026-H2</c>.</summary>
    Half,

    /// <summary>The year: <c>2026</c>.</summary>
    Year,
}
