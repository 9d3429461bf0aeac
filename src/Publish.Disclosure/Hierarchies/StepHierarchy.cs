using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>
/// Levels of intervals of one width each: 5, 10, 20 years. An interval runs from origin + i·width up to, not including,
/// the next; so 20 is in <c>20–24</c>, and −1 in <c>-5–-1</c>.
/// </summary>
public static class StepHierarchy
{
    /// <summary>Builds the hierarchy; the levels are named <c>steps-of-5</c> and so on, in the units of the values.</summary>
    /// <param name="values">The values as collected.</param>
    /// <param name="widths">
    /// The width of each level's intervals, finest first, each a multiple of the one before and larger, at least 1, in
    /// units of the values (of the last digit for decimals, days for dates, microseconds for timestamps).
    /// </param>
    /// <param name="origin">Where an interval starts, in the same units.</param>
    /// <exception cref="CodedException">The widths do not nest, or an interval leaves the numbers or dates that can be written.</exception>
    public static KeyHierarchy Build(OrderedValues values, IReadOnlyList<long> widths, long origin = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new HierarchyBuilder(values);
        for (var level = 0; level < widths.Count; level++)
        {
            var place = FormattableString.Invariant($"key {values.Key}, level {level + 1}");
            var width = widths[level];
            if (width < 1)
            {
                throw new CodedException(HierarchyCodes.InvalidLevel, place);
            }

            if (level > 0 && (width <= widths[level - 1] || width % widths[level - 1] != 0))
            {
                throw new CodedException(HierarchyCodes.NotNested, place);
            }

            builder.AddInValueOrder(
                FormattableString.Invariant($"steps-of-{width}"),
                [.. values.Values.Select(value => Label(values.Format, value, width, origin, place))]);
        }

        return builder.Build();
    }

    private static string Label(ValueFormat format, long value, long width, long origin, string place)
    {
        var distance = (Int128)value - origin;
        var start = value - Remainder(distance, width);
        var end = start + width;
        if (start < format.Smallest || end > format.Largest)
        {
            throw new CodedException(HierarchyCodes.OutsideIntervals, place, "An interval reaches beyond what can be written.");
        }

        return IntervalLabels.Between(format, (long)start, (long)end);
    }

    // Never negative, so intervals start below their values on both sides of the origin.
    private static Int128 Remainder(Int128 distance, long width) => ((distance % width) + width) % width;
}
