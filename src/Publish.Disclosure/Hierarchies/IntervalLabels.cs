namespace Publish.Disclosure.Hierarchies;

/// <summary>
/// Labels of half-open intervals. Where the next smaller value is known (integers, decimals by their last digit, days)
/// the label names the first and last value, <c>20–29</c> or <c>2026-01-01 to 2026-01-07</c>; timestamps have none, so theirs reads <c>… to before …</c>.
/// </summary>
internal static class IntervalLabels
{
    /// <summary>The label of the values from a start up to, not including, an end.</summary>
    public static string Between(ValueFormat format, long start, long end)
    {
        if (format.Kind == ValueKind.Timestamp)
        {
            return $"{format.Text(start)} to before {format.Text(end)}";
        }

        var dash = format.Kind == ValueKind.Date ? " to " : "–";
        return end - 1 == start ? format.Text(start) : $"{format.Text(start)}{dash}{format.Text(end - 1)}";
    }

    /// <summary>The label of all values below an end.</summary>
    public static string Below(ValueFormat format, long end) =>
        $"{(format.Kind is ValueKind.Date or ValueKind.Timestamp ? "before" : "under")} {format.Text(end)}";

    /// <summary>The label of all values from a start on.</summary>
    public static string From(ValueFormat format, long start) =>
        $"{format.Text(start)} and {(format.Kind is ValueKind.Date or ValueKind.Timestamp ? "after" : "over")}";
}
