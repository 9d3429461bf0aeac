using System.Globalization;
using Publish.Policies.Format;
using Publish.Policies.Hierarchies;

namespace Publish.Policies.Reading;

/// <summary>Makes a hierarchy of a checked section.</summary>
internal static class HierarchyBinder
{
    public static HierarchyPolicy? Bind(string key, Section hierarchy, int decimals, ReadingLog log)
    {
        if (hierarchy["intervals"] is { IsGiven: true } intervals)
        {
            return Intervals(key, intervals, decimals, log);
        }

        if (hierarchy["steps"] is { IsGiven: true } steps)
        {
            var levels = Levels(key, steps);
            return new StepsHierarchy(Names(levels), [.. levels.Select(level => Scaled(level.Value, decimals, log))]);
        }

        if (hierarchy["prefix"] is { IsGiven: true } prefix)
        {
            var levels = Levels(key, prefix);
            return new PrefixHierarchy(Names(levels), [.. levels.Select(level => (int)level.Value.Whole(1))]);
        }

        if (hierarchy["dates"] is { IsGiven: true } dates)
        {
            var levels = Levels(key, dates);
            return new DatesHierarchy(Names(levels), [.. levels.Select(level => level.Value.Word(Vocabularies.CalendarPeriod))]);
        }

        if (hierarchy["postcodes"] is { IsGiven: true } postcodes)
        {
            var levels = Levels(key, postcodes);
            return new PostcodesHierarchy(Names(levels), [.. levels.Select(level => level.Value.Word(Vocabularies.PostcodePart))]);
        }

        return hierarchy["levels"] is { IsGiven: true } file
            ? new LevelsHierarchy(file["names"].Texts, file["file"].Text)
            : null;
    }

    private static IntervalsHierarchy Intervals(string key, Section intervals, int decimals, ReadingLog log)
    {
        (string Name, Section Value)[] levels = intervals.Entries.ToArray() is { Length: > 0 } named
            ? named
            : [($"{key}_band", intervals)];
        return new IntervalsHierarchy(
            Names(levels),
            [.. levels.Select(level => level.Value.Items.Select(bound => Scaled(bound, decimals, log)).ToArray())]);
    }

    /// <summary>The levels of a list, whose names are derived, or of a mapping, which names them.</summary>
    private static (string Name, Section Value)[] Levels(string key, Section levels) =>
        [.. levels.Entries, .. levels.Items.Select(level => ($"{key}_{level.Text}", level))];

    private static string[] Names(IEnumerable<(string Name, Section Value)> levels) => [.. levels.Select(level => level.Name)];

    private static long Scaled(Section number, int decimals, ReadingLog log)
    {
        if (!EncodedValue.TryScale(number.Number ?? 0, decimals, out var value))
        {
            log.Judge(
                number.Path,
                HierarchyCodes.Number,
                string.Create(CultureInfo.InvariantCulture, $"The column has {decimals} decimals."));
        }

        return value;
    }
}
