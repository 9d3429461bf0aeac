using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>Levels of declared intervals, half-open: a value on a bound belongs to the interval that starts there.</summary>
public static class IntervalHierarchy
{
    /// <summary>Builds the hierarchy.</summary>
    /// <param name="values">The values as collected.</param>
    /// <param name="levels">The levels, finest first; each coarser one's bounds are among those of the one before.</param>
    /// <exception cref="CodedException">
    /// A level is not declared properly, levels do not nest, or values lie outside all intervals of a level: how many is
    /// said, never which.
    /// </exception>
    public static KeyHierarchy Build(OrderedValues values, IReadOnlyList<IntervalLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new HierarchyBuilder(values);
        for (var level = 0; level < levels.Count; level++)
        {
            var place = FormattableString.Invariant($"key {values.Key}, level {level + 1} ({levels[level].Name})");
            CheckDeclared(levels[level], place);
            if (level > 0 && !Nests(levels[level - 1], levels[level]))
            {
                throw new CodedException(HierarchyCodes.NotNested, place);
            }

            builder.AddInValueOrder(levels[level].Name, LabelsOf(values, levels[level], place));
        }

        return builder.Build();
    }

    private static void CheckDeclared(IntervalLevel level, string place)
    {
        var rises = Enumerable.Range(1, Math.Max(0, level.Bounds.Count - 1)).All(i => level.Bounds[i - 1] < level.Bounds[i]);
        var isLabelled = level.Labels is null
            || (level.Labels.Count == level.IntervalCount && level.Labels.Distinct(StringComparer.Ordinal).Count() == level.Labels.Count);
        if (level.Bounds.Count == 0 || level.IntervalCount < 1 || !rises || !isLabelled)
        {
            throw new CodedException(HierarchyCodes.InvalidLevel, place);
        }
    }

    // Every bound of the coarser level parts the finer one too, unless all finer values lie on one side of it.
    private static bool Nests(IntervalLevel finer, IntervalLevel coarser) =>
        coarser.Bounds.All(bound =>
            finer.Bounds.Contains(bound)
            || (bound < finer.Bounds[0] && !finer.IsOpenBelow)
            || (bound > finer.Bounds[^1] && !finer.IsOpenAbove));

    private static string[] LabelsOf(OrderedValues values, IntervalLevel level, string place)
    {
        var labels = level.Labels ?? [.. Enumerable.Range(0, level.IntervalCount).Select(i => Derived(values.Format, level, i))];
        var intervals = values.Values.Select(value => IntervalOf(level, value)).ToArray();
        var outside = intervals.Count(interval => interval < 0);
        if (outside > 0)
        {
            throw new CodedException(
                HierarchyCodes.OutsideIntervals,
                place,
                FormattableString.Invariant($"{outside} of {values.ValueCount} different values lie in none."));
        }

        return [.. intervals.Select(interval => labels[interval])];
    }

    private static string Derived(ValueFormat format, IntervalLevel level, int interval)
    {
        var start = level.IsOpenBelow ? interval - 1 : interval;
        if (start < 0)
        {
            return IntervalLabels.Below(format, level.Bounds[0]);
        }

        return start == level.Bounds.Count - 1
            ? IntervalLabels.From(format, level.Bounds[^1])
            : IntervalLabels.Between(format, level.Bounds[start], level.Bounds[start + 1]);
    }

    private static int IntervalOf(IntervalLevel level, long value)
    {
        var passed = level.Bounds.Count(bound => bound <= value);
        var isOutside = (passed == 0 && !level.IsOpenBelow) || (passed == level.Bounds.Count && !level.IsOpenAbove);
        return isOutside ? -1 : passed - (level.IsOpenBelow ? 0 : 1);
    }
}
