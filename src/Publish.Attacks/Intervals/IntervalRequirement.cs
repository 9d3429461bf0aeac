namespace Publish.Attacks.Intervals;

/// <summary>
/// How uncertain the suppressed cells of one table must stay, for one measure: the intruder's interval of a cell must
/// contain [value − lower, value + upper]. Known to the auditor alone.
/// </summary>
/// <param name="Table">The table, by index in the edition.</param>
/// <param name="Measure">The measure's name.</param>
/// <param name="Values">The true value of each row, in units of the measure's scale in this table.</param>
/// <param name="Lower">How far below its value each row's interval must reach, at least 0; more than 0 where the row must be suppressed.</param>
/// <param name="Upper">How far above, likewise. Where both are 0 nothing is asked of the interval.</param>
public sealed record IntervalRequirement(
    int Table, string Measure, IReadOnlyList<Int128> Values, IReadOnlyList<Int128> Lower, IReadOnlyList<Int128> Upper);
