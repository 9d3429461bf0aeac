using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Pipeline.Audit;

/// <summary>Adds the rows of a file that nobody is in to the cells that the audit has counted, where a table may list such rows.</summary>
internal static class ListedEmptyRows
{
    /// <summary>Adds them, with every number 0.</summary>
    /// <param name="counted">The audit's count of the cells that somebody is in.</param>
    /// <param name="table">The table as read back.</param>
    /// <param name="codes">What makes rows and cells find each other.</param>
    public static CountedClasses AddTo(CountedClasses counted, PublishedTable table, RowCodes codes)
    {
        var present = codes.Of(counted).ToHashSet();
        int[] empty = table.MayHideZeros
            ? [.. codes.Of(table).Index().Where(row => row.Item != UInt128.MaxValue && !present.Contains(row.Item)).Select(row => row.Index)]
            : [];
        var columns = table.Keys.SelectMany(key => key.Levels.Select(level => (key.Name, Level: level))).ToDictionary(each => (each.Name, each.Level.Name), each => each.Level);
        return empty.Length == 0
            ? counted
            : new CountedClasses(
                [.. counted.Levels.Select(level => level with { Codes = [.. level.Codes, .. CodesOf(level, columns[(level.Key, level.Level)], empty)] })],
                [.. counted.Measures.Select(measure => measure with
                {
                    Sums = [.. measure.Sums, .. new Int128[empty.Length]],
                    Divisors = measure.Divisors is null ? null : [.. measure.Divisors, .. new Int128[empty.Length]],
                })],
                areCells: true);
    }

    private static IEnumerable<int> CodesOf(CountedLevel counted, PublishedLevel published, int[] rows)
    {
        var codeOf = counted.Labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        return rows.Select(row => published.Codes[row] == PublishedLevel.Total ? -1 : codeOf[published.Labels[published.Codes[row]]]);
    }
}
