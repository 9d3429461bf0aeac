using System.Globalization;
using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>Levels of a date or timestamp: day, month, quarter, half, year of the Gregorian calendar, without time zones.</summary>
public static class DateHierarchy
{
    /// <summary>Builds the hierarchy; the levels are named <c>day</c>, <c>month</c>, <c>quarter</c>, <c>half</c>, <c>year</c>.</summary>
    /// <param name="values">Dates or timestamps as collected.</param>
    /// <param name="parts">What each level keeps, finest first. <see cref="DatePart.Day"/> is for timestamps: dates are days.</param>
    /// <exception cref="CodedException">The parts do not grow coarser, or a date is asked for its day.</exception>
    public static KeyHierarchy Build(OrderedValues values, IReadOnlyList<DatePart> parts)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Format.Kind is not (ValueKind.Date or ValueKind.Timestamp))
        {
            throw new ArgumentException($"The values of '{values.Key}' are not dates.", nameof(values));
        }

        var builder = new HierarchyBuilder(values);
        for (var level = 0; level < parts.Count; level++)
        {
            var part = parts[level];
            var isAsCollected = part == DatePart.Day && values.Format.Kind == ValueKind.Date;
            if (isAsCollected || (level > 0 && part <= parts[level - 1]))
            {
                throw new CodedException(
                    HierarchyCodes.NotNested,
                    FormattableString.Invariant($"key {values.Key}, level {level + 1}"));
            }

            builder.AddInValueOrder(
                NameOf(part),
                [.. values.Values.Select(value => Label(values.Format.DayOf(value), part))]);
        }

        return builder.Build();
    }

    private static string NameOf(DatePart part) => part switch
    {
        DatePart.Day => "day",
        DatePart.Month => "month",
        DatePart.Quarter => "quarter",
        DatePart.Half => "half",
        _ => "year",
    };

    private static string Label(DateOnly day, DatePart part)
    {
        var year = day.ToString("yyyy", CultureInfo.InvariantCulture);
        return part switch
        {
            DatePart.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DatePart.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            DatePart.Quarter => FormattableString.Invariant($"{year}-Q{((day.Month - 1) / 3) + 1}"),
            DatePart.Half => FormattableString.Invariant($"{year}-H{((day.Month - 1) / 6) + 1}"),
            _ => year,
        };
    }
}
