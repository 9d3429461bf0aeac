using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>Finds the cells of a protected table by their levels and categories.</summary>
internal sealed class CellPlaces
{
    private readonly ProtectedTable _table;
    private readonly KeyHierarchy[] _hierarchies;
    private readonly int[][] _sets;
    private readonly Dictionary<UInt128, int> _cells;

    /// <param name="table">The table.</param>
    /// <param name="hierarchies">The hierarchy of each key by key index.</param>
    public CellPlaces(ProtectedTable table, IReadOnlyList<KeyHierarchy?> hierarchies)
    {
        _table = table;
        _hierarchies = [.. table.Request.Keys.Select(key => hierarchies[key.Key]!)];
        _sets = [.. GroupingSets(table.Request.Keys)];
        _cells = new Dictionary<UInt128, int>(table.CellCount);
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            _cells.Add(PlaceOf(d => table.Levels[d][cell], d => table.Categories[d][cell]), cell);
        }
    }

    /// <summary>The cell of every class, one array a grouping set.</summary>
    /// <param name="classes">The classes.</param>
    public IEnumerable<int[]> OfClasses(ClassTable classes)
    {
        foreach (var set in _sets)
        {
            var cells = new int[classes.ClassCount];
            for (var c = 0; c < cells.Length; c++)
            {
                cells[c] = _cells[PlaceOf(
                    d => set[d], d => _hierarchies[d].Levels[set[d]].CategoryOf[classes.Codes[_table.Request.Keys[d].Key][c]])];
            }

            yield return cells;
        }
    }

    /// <summary>For each cell, those that are one published level coarser in one dimension.</summary>
    /// <returns>At most one cell a dimension.</returns>
    public int[][] Parents()
    {
        var parents = new int[_table.CellCount][];
        for (var cell = 0; cell < parents.Length; cell++)
        {
            parents[cell] = [.. Enumerable.Range(0, _hierarchies.Length).Select(d => Parent(cell, d)).Where(parent => parent >= 0)];
        }

        return parents;
    }

    private int Parent(int cell, int dimension)
    {
        var level = _table.Levels[dimension][cell];
        var coarser = _table.Request.Keys[dimension].Levels.FirstOrDefault(l => l > level, -1);
        if (coarser < 0)
        {
            return -1;
        }

        return _cells[PlaceOf(
            d => d == dimension ? coarser : _table.Levels[d][cell],
            d => d == dimension ? UpFrom(d, level, coarser)[_table.Categories[d][cell]] : _table.Categories[d][cell])];
    }

    private readonly Dictionary<(int Dimension, int Level, int Coarser), int[]> _up = [];

    private int[] UpFrom(int dimension, int level, int coarser)
    {
        if (!_up.TryGetValue((dimension, level, coarser), out var parents))
        {
            _up[(dimension, level, coarser)] = parents = _hierarchies[dimension].Parents(level, coarser);
        }

        return parents;
    }

    private UInt128 PlaceOf(Func<int, int> level, Func<int, int> category)
    {
        UInt128 place = 0;
        for (var d = 0; d < _hierarchies.Length; d++)
        {
            place = checked((place * (uint)_hierarchies[d].LevelCount) + (uint)level(d));
            place = checked((place * (uint)_hierarchies[d].Levels[0].CategoryCount) + (uint)category(d));
        }

        return place;
    }

    // In the order of the table's cells: the last dimension fastest.
    private static IEnumerable<int[]> GroupingSets(IReadOnlyList<TableKey> keys) =>
        keys.Aggregate(
            (IEnumerable<int[]>)[[]],
            (sets, key) => sets.SelectMany(set => key.Levels.Select(level => (int[])[.. set, level])));
}
