using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>Checks a table of levels, whatever values a file has.</summary>
internal static class LevelTable
{
    // The first faults say enough; a table for the wrong column has one in every row.
    private const int MostFindings = 20;

    /// <summary>Reports every fault of shape; where there is none, every code listed twice and every level that does not nest.</summary>
    public static void Check(string key, IReadOnlyList<string[]> rows, IReadOnlyList<string> levelNames)
    {
        Report(rows.Count == 0
            ? [new Finding(HierarchyCodes.TableShape, $"key {key}", "It has no rows.")]
            : rows.Index()
                .Where(row => row.Item.Length != levelNames.Count + 1)
                .Select(row => new Finding(HierarchyCodes.TableShape, RowPlace(key, row.Index))));
        Report([.. Duplicates(key, rows), .. NotNested(key, rows, levelNames)]);
    }

    private static void Report(IEnumerable<Finding> findings)
    {
        var first = findings.Take(MostFindings).ToArray();
        if (first.Length > 0)
        {
            throw new CodedException(first);
        }
    }

    private static IEnumerable<Finding> Duplicates(string key, IReadOnlyList<string[]> rows)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, row) in rows.Index())
        {
            if (!rowOf.TryAdd(row[0], index))
            {
                yield return new Finding(
                    HierarchyCodes.DuplicateCode,
                    RowPlace(key, index),
                    FormattableString.Invariant($"It is in row {rowOf[row[0]] + 1} already."));
            }
        }
    }

    private static IEnumerable<Finding> NotNested(string key, IReadOnlyList<string[]> rows, IReadOnlyList<string> levelNames)
    {
        for (var level = 1; level < levelNames.Count; level++)
        {
            var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, row) in rows.Index())
            {
                rowOf.TryAdd(row[level], index);
                if (rows[rowOf[row[level]]][level + 1] != row[level + 1])
                {
                    yield return new Finding(
                        HierarchyCodes.NotNested,
                        $"{RowPlace(key, index)}, level {levelNames[level]}",
                        FormattableString.Invariant($"Row {rowOf[row[level]] + 1} puts the same category under another one."));
                }
            }
        }
    }

    private static string RowPlace(string key, int index) =>
        FormattableString.Invariant($"key {key}, row {index + 1} of its table of levels");
}
