using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Codes;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Where zeros are protected every combination of categories that occur has a row, so that none tells by its absence that
/// nobody is in it. The audit counts the rows of each grouping set against the categories it has seen itself.
/// </summary>
internal static class EmptyRows
{
    /// <summary>Counts the rows of a table.</summary>
    /// <param name="table">The table as read back, its rows laid out as they should be.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    /// <returns>A finding for each grouping set that lacks a row; none where zeros are published.</returns>
    public static Finding[] Missing(PublishedTable table, TablePlan plan, CountedClasses counted)
    {
        if (plan.Release.Zeros == ZeroCells.Published)
        {
            return [];
        }

        var rows = Enumerable.Range(0, table.Rows)
            .CountBy(row => string.Join(' ', table.Keys.Select(key => key.Depth(row))))
            .ToDictionary();
        return
        [
            .. Sets(table, plan, counted)
                .Where(set => rows.GetValueOrDefault(set.Name) < set.Combinations)
                .Select(set => new Finding(AuditCodes.EmptyRowMissing, table.Name, $"A cell of {set.Levels}.")),
        ];
    }

    // Every choice of a depth for each key, with the combinations of the categories that occur there.
    private static IEnumerable<(string Name, string Levels, long Combinations)> Sets(PublishedTable table, TablePlan plan, CountedClasses counted)
    {
        IEnumerable<(int[] Depths, string[] Levels, long Combinations)> sets = [([], [], 1)];
        foreach (var (key, dimension) in table.Keys.Zip(plan.Dimensions))
        {
            var observed = key.Levels
                .Select(level => (level.Name, Categories: counted.Level(key.Name, level.Name)!.Codes.Where(code => code >= 0).Distinct().LongCount()))
                .ToArray();
            sets = [.. sets.SelectMany(set => Enumerable.Range(dimension.HasTotal ? 0 : 1, observed.Length + (dimension.HasTotal ? 1 : 0)).Select(depth => depth == 0
                ? ((int[])[.. set.Depths, 0], set.Levels, set.Combinations)
                : ([.. set.Depths, depth], [.. set.Levels, observed[depth - 1].Name], checked(set.Combinations * observed[depth - 1].Categories))))];
        }

        return sets.Select(set => (string.Join(' ', set.Depths), set.Levels.Length == 0 ? "the grand total" : string.Join(" × ", set.Levels), set.Combinations));
    }
}
