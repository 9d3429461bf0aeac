using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// Which joint classes make up which cells of the finest grouping sets of an edition. Classes that lie in the same
/// cells of all of them are one.
/// </summary>
internal sealed class ClassIncidence
{
    private readonly SortedDictionary<int, List<int>> _members = [];

    private ClassIncidence()
    {
    }

    /// <summary>Number of distinct classes.</summary>
    public int Classes { get; private set; }

    /// <summary>The classes of each cell.</summary>
    public IReadOnlyDictionary<int, List<int>> Members => _members;

    /// <summary>Places the classes.</summary>
    public static ClassIncidence Of(EditionCells edition, CountedClasses classes)
    {
        var incidence = new ClassIncidence();
        var cellsOf = FinestSets(edition).ConvertAll(set => CellsOf(edition, set, classes));
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < classes.Rows; row++)
        {
            var cells = cellsOf.ConvertAll(column => column[row]);
            if (known.Add(string.Join(' ', cells)))
            {
                foreach (var cell in cells.Where(cell => cell >= 0))
                {
                    incidence.Join(cell);
                }

                incidence.Classes++;
            }
        }

        return incidence;
    }

    private static List<int> FinestSets(EditionCells edition) =>
        [.. Enumerable.Range(0, edition.Sets.Count).Where(set => edition.Covers[set].Count == 0)];

    // The cell each class belongs to in a grouping set, through the levels of a table that publishes the set.
    private static int[] CellsOf(EditionCells edition, int set, CountedClasses classes)
    {
        var table = edition.Tables[edition.RowOfCell[edition.CellsOf(set)[0]].Table];
        var levels = edition.Sets.Levels(set);
        var nodes = edition.KeyNames.Select((name, key) => levels[key] < 0
            ? Enumerable.Repeat(-1, classes.Rows).ToArray()
            : NodesOf(table.Keys.First(candidate => candidate.Name == name), edition.Nodes(key), levels[key], classes)).ToList();
        var cells = new int[classes.Rows];
        var place = new int[nodes.Count];
        for (var row = 0; row < cells.Length; row++)
        {
            for (var key = 0; key < place.Length; key++)
            {
                place[key] = nodes[key][row];
            }

            cells[row] = levels.Index().All(level => level.Item < 0 || place[level.Index] >= 0) ? edition.Find(place) : -1;
        }

        return cells;
    }

    private static int[] NodesOf(PublishedKey key, KeyNodes nodes, int level, CountedClasses classes)
    {
        var depth = Array.IndexOf(nodes.LevelsOf(key), level) + 1;
        var counted = key.Levels.Take(depth).Select(published => classes.Level(key.Name, published.Name)
            ?? throw new ArgumentException("A published level was not counted.", nameof(classes)));
        var rows = new PublishedKey(key.Name, [.. counted.Select(each => new PublishedLevel(each.Level, each.Labels, each.Codes))]);
        return nodes.NodesOf(rows, key);
    }

    private void Join(int cell)
    {
        if (!_members.TryGetValue(cell, out var members))
        {
            _members.Add(cell, members = []);
        }

        members.Add(Classes);
    }
}
