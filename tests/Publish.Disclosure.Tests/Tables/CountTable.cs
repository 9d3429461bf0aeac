using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>A table of counts with labelled keys, each row of which is a class of so many respondents.</summary>
internal sealed class CountTable
{
    private readonly List<(string[] Labels, long Count)> _rows = [];

    public List<KeyHierarchy> Hierarchies { get; } = [];

    public void Add(long count, params string[] labels)
    {
        if (count > 0)
        {
            _rows.Add((labels, count));
        }
    }

    /// <summary>A key with its labels as collected, and coarser levels as functions of those; the top comes by itself.</summary>
    public void AddKey(params Func<string, string>[] coarser)
    {
        var key = Hierarchies.Count;
        var labels = Labels(key);
        Func<string, string>[] levels = [label => label, .. coarser, _ => "Total"];
        Hierarchies.Add(new KeyHierarchy($"key{key}", [.. levels.Select(level => Level(labels, level))]));
    }

    public ClassTable Classes()
    {
        long[] counts = [.. _rows.Select(row => row.Count)];
        return new ClassTable(
            [.. Enumerable.Range(0, Hierarchies.Count).Select(key => _rows.Select(row => Array.IndexOf(Labels(key), row.Labels[key])).ToArray())],
            counts, counts, [], RespondentOverlaps.None);
    }

    public ProtectedEdition Protect(params TableRequest[] requests) => TableProtection.Protect(Classes(), Hierarchies, requests);

    /// <summary>The labels of a cell's categories, joined by slashes.</summary>
    public string Label(ProtectedTable table, int cell) =>
        string.Join('/', table.Request.Keys.Select((key, d) =>
            Hierarchies[key.Key].Levels[table.Levels[d][cell]].Labels[table.Categories[d][cell]]));

    public string[] Suppressed(ProtectedTable table, CellStatus status) =>
        [.. Enumerable.Range(0, table.CellCount).Where(cell => table.Status[cell] == status).Select(cell => Label(table, cell)).Order()];

    public static TableRequest Request(int threshold, params int[][] levelsByKey) =>
        new("t", [.. levelsByKey.Select((levels, key) => new TableKey(key, levels)).Where(key => key.Levels.Count > 0)], threshold);

    private string[] Labels(int key) => [.. _rows.Select(row => row.Labels[key]).Distinct().Order(StringComparer.Ordinal)];

    private static HierarchyLevel Level(string[] labels, Func<string, string> level)
    {
        var names = labels.Select(level).Distinct().ToArray();
        return new HierarchyLevel("level", [.. labels.Select(label => Array.IndexOf(names, level(label)))], names);
    }
}
