using System.Collections.Concurrent;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>The cell of an edition that each joint class lies in, for any grouping set.</summary>
internal sealed class ClassCells(EditionCells edition, CountedClasses classes)
{
    private readonly ConcurrentDictionary<(int Key, int Level), Lazy<int[]>> _nodes = new();

    /// <summary>The cell of each class in a grouping set, −1 where no table shows it.</summary>
    /// <exception cref="ArgumentException">A published level was not counted.</exception>
    public int[] In(int set)
    {
        var levels = edition.Sets.Levels(set);
        var nodes = levels.Select((level, key) => level < 0 ? null : Nodes(key, level)).ToArray();
        var cells = new int[classes.Rows];
        var place = new int[levels.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            var isShown = true;
            for (var key = 0; key < place.Length; key++)
            {
                place[key] = nodes[key] is { } column ? column[row] : -1;
                isShown &= levels[key] < 0 || place[key] >= 0;
            }

            cells[row] = isShown ? edition.Find(place) : -1;
        }

        return cells;
    }

    private int[] Nodes(int key, int level) =>
        _nodes.GetOrAdd((key, level), _ => new Lazy<int[]>(() => ReadNodes(key, level))).Value;

    // A class's node at a level, through the columns of a table that publishes the level.
    private int[] ReadNodes(int key, int level)
    {
        var nodes = edition.Nodes(key);
        var layout = edition.Tables
            .SelectMany(table => table.Keys)
            .First(candidate => candidate.Name == edition.KeyNames[key] && nodes.LevelsOf(candidate).Contains(level));
        var depth = Array.IndexOf(nodes.LevelsOf(layout), level) + 1;
        var counted = layout.Levels.Take(depth).Select(published => classes.Level(layout.Name, published.Name)
            ?? throw new ArgumentException("A published level was not counted."));
        var rows = new PublishedKey(layout.Name, [.. counted.Select(each => new PublishedLevel(each.Level, each.Labels, each.Codes))]);
        return nodes.NodesOf(rows, layout);
    }
}
