namespace Publish.Disclosure.Tables.Cover;

/// <summary>Some of the classes that are counted in each cell that needs a move: enough to choose a corner from.</summary>
internal sealed class CellClasses
{
    private const int MostClasses = 32;
    private readonly Dictionary<int, List<int>> _classesOf = [];

    public CellClasses(ClassGrid grid, IEnumerable<MoveNeed> needs)
    {
        var bySet = needs.Select(need => need.Cell).Distinct().ToLookup(grid.SetOf);
        Parallel.ForEach(bySet, cells =>
        {
            var found = Gather(grid, cells.Key, cells);
            lock (_classesOf)
            {
                foreach (var (cell, classes) in found)
                {
                    _classesOf.Add(cell, classes);
                }
            }
        });
    }

    public List<int> Of(int cell) => _classesOf[cell];

    /// <summary>All classes of small cells, of large ones an even choice.</summary>
    private static Dictionary<int, List<int>> Gather(ClassGrid grid, int set, IEnumerable<int> cells)
    {
        var found = cells.ToDictionary(cell => cell, _ => (Count: 0, Classes: new List<int>(1)));
        for (var item = 0; item < grid.ClassCount; item++)
        {
            var cell = grid.Cell(set, item);
            if (found.TryGetValue(cell, out var entry))
            {
                found[cell] = (entry.Count + 1, entry.Classes);
            }
        }

        var seen = found.Keys.ToDictionary(cell => cell, _ => 0);
        for (var item = 0; item < grid.ClassCount; item++)
        {
            var cell = grid.Cell(set, item);
            if (found.TryGetValue(cell, out var entry) && seen[cell]++ % ((entry.Count + MostClasses - 1) / MostClasses) == 0)
            {
                entry.Classes.Add(item);
            }
        }

        return found.ToDictionary(entry => entry.Key, entry => entry.Value.Classes);
    }
}
