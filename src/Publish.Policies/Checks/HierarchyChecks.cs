using Publish.Policies.Columns;
using Publish.Policies.Hierarchies;
using Publish.Policies.Reading;

namespace Publish.Policies.Checks;

/// <summary>Whether hierarchies suit their columns, and nest.</summary>
internal static class HierarchyChecks
{
    public static void Check(Policy policy, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        foreach (var (key, hierarchy) in policy.Hierarchies)
        {
            var path = PolicyPositions.PathOf("hierarchies", key);
            if (!columns.TryGetValue(key, out var column))
            {
                UnknownColumns.Report(path, key, columns, log);
                continue;
            }

            var declared = PolicyPositions.PathOf("columns", key);
            if (column.Role != ColumnRole.Key)
            {
                log.Judge(path, HierarchyCodes.Column, $"The column is {Quotation.Of(key)}.", declared + "/role");
            }

            if (Misfit(hierarchy, column.Type) is { } misfit)
            {
                log.Judge(path, HierarchyCodes.Type, misfit, declared + "/type");
            }

            if (Disorder(hierarchy) is { } disorder)
            {
                log.Judge(path, HierarchyCodes.Order, disorder);
            }

            CheckNames(key, hierarchy, path, log);
        }
    }

    private static string? Misfit(HierarchyPolicy hierarchy, ColumnType type) => hierarchy switch
    {
        IntervalsHierarchy or StepsHierarchy when type is not (ColumnType.Integer or ColumnType.Decimal) =>
            "Intervals and steps are for integers and decimals.",
        PrefixHierarchy when type != ColumnType.Text => "Prefixes are for text.",
        PostcodesHierarchy when type != ColumnType.Text => "Postcodes are text.",
        DatesHierarchy when type is not (ColumnType.Date or ColumnType.Timestamp) => "Periods are for dates and timestamps.",
        DatesHierarchy { Periods: [CalendarPeriod.Day, ..] } when type == ColumnType.Date =>
            "A date is as collected by day; the level 'day' is for timestamps.",
        LevelsHierarchy when type is not (ColumnType.Text or ColumnType.Integer) => "Listed levels are for text and integers.",
        _ => null,
    };

    private static string? Disorder(HierarchyPolicy hierarchy) => hierarchy switch
    {
        IntervalsHierarchy intervals when !intervals.Bounds.All(bounds => IsAscending(bounds)) => "Bounds ascend.",
        IntervalsHierarchy intervals when !Pairs(intervals.Bounds).All(pair =>
            pair.Next.Count < pair.One.Count && pair.Next.All(pair.One.ToHashSet().Contains)) =>
            "A coarser level has fewer bounds, all among those of the finer one.",
        StepsHierarchy steps when !Pairs(steps.Steps).All(pair => pair.Next > pair.One && pair.Next % pair.One == 0) =>
            "Each step is a multiple of the one before.",
        PrefixHierarchy prefix when !IsAscending([.. prefix.Lengths.Reverse().Select(length => (long)length)]) =>
            "Lengths descend.",
        DatesHierarchy dates when !IsAscending([.. dates.Periods.Select(period => (long)period)]) =>
            "Periods go from short to long: day, month, quarter, year.",
        PostcodesHierarchy postcodes when !IsAscending([.. postcodes.Parts.Select(part => (long)part)]) =>
            "Parts go from small to large: sector, district, area.",
        _ => null,
    };

    private static void CheckNames(string key, HierarchyPolicy hierarchy, string path, ReadingLog log)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { key, HierarchyPolicy.All };
        foreach (var name in hierarchy.LevelNames.Where(name => !taken.Add(name)))
        {
            log.Judge(path, HierarchyCodes.LevelName, $"It is {Quotation.Of(name)}.");
        }
    }

    private static bool IsAscending(IReadOnlyList<long> numbers) => Pairs(numbers).All(pair => pair.One < pair.Next);

    private static IEnumerable<(T One, T Next)> Pairs<T>(IReadOnlyList<T> items) => items.Zip(items.Skip(1));
}
