using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>The Adult data of the reference folder with its hierarchies, as classes of all nine columns.</summary>
internal sealed class Adult
{
    private static readonly Lazy<Adult> Loaded = new(() => new Adult(Folder));

    private readonly KeyHierarchy[] _hierarchies;

    private Adult(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "adult.csv"));
        Columns = lines[0].Split(';');
        _hierarchies = [.. Columns.Select(column => ReadHierarchy(folder, column))];
        var codes = _hierarchies
            .Select(hierarchy => hierarchy.Levels[0].Labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index))
            .ToArray();
        Rows = [.. lines.Skip(1).Select(line => line.Split(';').Select((value, column) => codes[column][value]).ToArray())];
        Table = Tables.OfRows(Rows);
    }

    public static string Folder => ReferenceData.Find("arx-adult") ?? throw new DirectoryNotFoundException("arx-adult");

    public static Adult Instance => Loaded.Value;

    public string[] Columns { get; }

    public int[][] Rows { get; }

    public ClassTable Table { get; }

    public int Column(string name) => Array.IndexOf(Columns, name);

    /// <summary>Every column but the sensitive one, in the order of the file.</summary>
    public LatticeKey[] Keys(string? sensitive = null) =>
        [.. Enumerable.Range(0, Columns.Length)
            .Where(column => Columns[column] != sensitive)
            .Select(column => new LatticeKey(column, _hierarchies[column]))];

    public GeneralisationTask Task(
        IReadOnlyList<PrivacyModel> models,
        decimal limit,
        LossMetric metric,
        string? sensitive = null) =>
        new(Table, Keys(sensitive), models, limit, metric);

    private static KeyHierarchy ReadHierarchy(string folder, string column)
    {
        var rows = File.ReadAllLines(Path.Combine(folder, $"adult_hierarchy_{column}.csv"))
            .Select(line => line.Split(';'))
            .ToArray();
        var levels = Enumerable.Range(0, rows[0].Length).Select(level =>
        {
            var labels = rows.Select(row => row[level]).Distinct().ToArray();
            return new HierarchyLevel(
                $"level {level}",
                [.. rows.Select(row => Array.IndexOf(labels, row[level]))],
                labels);
        });
        return new KeyHierarchy(column, [.. levels]);
    }
}
