using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Aggregates leaf cells over all combinations of levels, and publishes them with some rows suppressed.</summary>
internal sealed class Cube(string name, IReadOnlyList<(string Key, string[] Levels)> keys)
{
    private readonly int _columns = keys.Sum(key => key.Levels.Length);
    private readonly Dictionary<string, (string[] Labels, long Count, long Sum)> _cells = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>All cells by their labels joined with '|'.</summary>
    public IReadOnlyList<string> Cells => _order;

    public long Count(string cell) => _cells[cell].Count;

    public long Sum(string cell) => _cells[cell].Sum;

    /// <summary>Adds one leaf: a label for every level column.</summary>
    public void Add(string[] labels, long count, long sum = 0)
    {
        Assert.Equal(_columns, labels.Length);
        Spread(labels, 0, 0, count, sum);
    }

    public PublishedTable Publish(Func<string, bool> isSuppressed, Func<string, bool>? isLeftOut = null, bool additive = true, bool isNonNegative = false)
    {
        var rows = _order.Where(cell => isLeftOut is null || !isLeftOut(cell)).ToList();
        var builder = new PublishedTableBuilder(name);
        var column = 0;
        foreach (var (key, levels) in keys)
        {
            var named = new List<(string, IReadOnlyList<string>)>();
            foreach (var level in levels)
            {
                var position = column++;
                named.Add((level, rows.ConvertAll(cell => _cells[cell].Labels[position])));
            }

            builder.Key(key, named);
        }

        return builder
            .Measure(new PublishedMeasure(
                "count", MeasureKind.Count, rows.ConvertAll(cell => isSuppressed(cell) ? (Int128?)null : _cells[cell].Count), isAdditive: additive))
            .Measure(new PublishedMeasure(
                "x_sum", MeasureKind.Sum, rows.ConvertAll(cell => isSuppressed(cell) ? (Int128?)null : _cells[cell].Sum), scale: 2, isNonNegative: isNonNegative))
            .Build(rows.ConvertAll(cell => isSuppressed(cell) ? "c" : ""));
    }

    private void Spread(string[] labels, int key, int column, long count, long sum)
    {
        if (key == keys.Count)
        {
            var cell = string.Join('|', labels);
            if (!_cells.TryGetValue(cell, out var present))
            {
                present = ((string[])labels.Clone(), 0, 0);
                _order.Add(cell);
            }

            _cells[cell] = (present.Labels, present.Count + count, present.Sum + sum);
            return;
        }

        var levels = keys[key].Levels.Length;
        for (var depth = 0; depth <= levels; depth++)
        {
            var part = (string[])labels.Clone();
            Array.Fill(part, "Total", column + depth, levels - depth);
            Spread(part, key + 1, column + levels, count, sum);
        }
    }
}
