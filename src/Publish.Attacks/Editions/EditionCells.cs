using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>
/// The cells of all tables of an edition, those that several tables publish counted once, with the unpublished
/// margins the tables share. Combinations that no row shows have value 0 and no cell.
/// </summary>
internal sealed class EditionCells
{
    private readonly KeyNodes[] _keys;
    private readonly UInt128[] _radix;
    private readonly Dictionary<UInt128, int> _cells = [];
    private readonly List<int> _nodes = [];
    private readonly List<List<int>> _cellsOfSet = [];
    private readonly List<int> _setOfCell = [];

    /// <summary>Joins the tables.</summary>
    /// <param name="tables">The tables of one edition.</param>
    /// <exception cref="OverflowException">The keys' nodes multiply to more than 2^128 cells.</exception>
    public EditionCells(IReadOnlyList<PublishedTable> tables)
    {
        Tables = tables;
        KeyNames = [.. tables.SelectMany(table => table.Keys).Select(key => key.Name).Distinct(StringComparer.Ordinal)];
        _keys = [.. KeyNames.Select(name => KeyNodes.Of(
            [.. tables.SelectMany(table => table.Keys).Where(key => key.Name == name)]))];
        _radix = new UInt128[_keys.Length];
        UInt128 radix = 1;
        for (var key = 0; key < _keys.Length; key++)
        {
            _radix[key] = radix;
            radix = checked(radix * (UInt128)(_keys[key].Count + 1));
        }

        Sets = new GroupingSetLattice(_keys);
        CellOfRow = [.. tables.Select(EnterRows)];
        RowOfCell = FirstRows();
        PublishedSets = Sets.Count;
        Sets.Close();
        Covers = Sets.Covers();
        EnterSharedMargins();
    }

    /// <summary>The tables.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>The key variables of all tables.</summary>
    public IReadOnlyList<string> KeyNames { get; }

    /// <summary>The grouping sets; the first <see cref="PublishedSets"/> are published.</summary>
    public GroupingSetLattice Sets { get; }

    /// <summary>Number of published grouping sets.</summary>
    public int PublishedSets { get; }

    /// <summary>For each grouping set, the sets that cover it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Covers { get; }

    /// <summary>Number of cells.</summary>
    public int Count => _setOfCell.Count;

    /// <summary>The cell of each row of each table.</summary>
    public int[][] CellOfRow { get; }

    /// <summary>The first row that shows a cell; unpublished margins have none and lie beyond the end.</summary>
    public IReadOnlyList<(int Table, int Row)> RowOfCell { get; }

    /// <summary>The nodes of a key.</summary>
    public KeyNodes Nodes(int key) => _keys[key];

    /// <summary>The node of a cell in a key, −1 where the key is summed away.</summary>
    public int NodeOf(int cell, int key) => _nodes[(cell * _keys.Length) + key];

    /// <summary>The grouping set of a cell.</summary>
    public int SetOf(int cell) => _setOfCell[cell];

    /// <summary>The cells of a grouping set.</summary>
    public IReadOnlyList<int> CellsOf(int set) => _cellsOfSet[set];

    /// <summary>The cell of the given nodes (−1 for total), or −1 when it is absent.</summary>
    public int Find(ReadOnlySpan<int> nodes) => _cells.GetValueOrDefault(Code(nodes), -1);

    /// <summary>The code of the cell of a coarser set that a cell is part of; false when a parent is unknown.</summary>
    public bool TryProject(int cell, int set, out UInt128 code)
    {
        var levels = Sets.Levels(set);
        code = 0;
        for (var key = 0; key < _keys.Length; key++)
        {
            if (levels[key] >= 0)
            {
                var ancestor = _keys[key].Ancestor(NodeOf(cell, key), levels[key]);
                if (ancestor < 0)
                {
                    return false;
                }

                code += _radix[key] * (UInt128)(ancestor + 1);
            }
        }

        return true;
    }

    /// <summary>The cell of a code, or −1 when it is absent.</summary>
    public int Find(UInt128 code) => _cells.GetValueOrDefault(code, -1);

    private int[] EnterRows(PublishedTable table)
    {
        var nodesOfKey = new int[_keys.Length][];
        for (var key = 0; key < _keys.Length; key++)
        {
            var published = table.Keys.FirstOrDefault(candidate => candidate.Name == KeyNames[key]);
            nodesOfKey[key] = published is null ? [] : _keys[key].NodesOf(published, published);
        }

        var cells = new int[table.Rows];
        var nodes = new int[_keys.Length];
        for (var row = 0; row < table.Rows; row++)
        {
            for (var key = 0; key < nodes.Length; key++)
            {
                nodes[key] = nodesOfKey[key].Length == 0 ? -1 : nodesOfKey[key][row];
            }

            cells[row] = Enter(nodes);
        }

        return cells;
    }

    private int Enter(int[] nodes)
    {
        var code = Code(nodes);
        if (_cells.TryGetValue(code, out var cell))
        {
            return cell;
        }

        var levels = new int[nodes.Length];
        for (var key = 0; key < nodes.Length; key++)
        {
            levels[key] = nodes[key] < 0 ? -1 : _keys[key].LevelOf(nodes[key]);
        }

        return Append(code, nodes, Sets.Add(levels));
    }

    private int Append(UInt128 code, ReadOnlySpan<int> nodes, int set)
    {
        var cell = _setOfCell.Count;
        _cells.Add(code, cell);
        _nodes.AddRange(nodes);
        _setOfCell.Add(set);
        while (_cellsOfSet.Count < Sets.Count)
        {
            _cellsOfSet.Add([]);
        }

        _cellsOfSet[set].Add(cell);
        return cell;
    }

    private UInt128 Code(ReadOnlySpan<int> nodes)
    {
        UInt128 code = 0;
        for (var key = 0; key < nodes.Length; key++)
        {
            code += _radix[key] * (UInt128)(nodes[key] + 1);
        }

        return code;
    }

    private List<(int Table, int Row)> FirstRows()
    {
        var rows = new List<(int Table, int Row)>(Count);
        for (var table = 0; table < Tables.Count; table++)
        {
            for (var row = 0; row < CellOfRow[table].Length; row++)
            {
                if (CellOfRow[table][row] == rows.Count)
                {
                    rows.Add((table, row));
                }
            }
        }

        return rows;
    }

    private void EnterSharedMargins()
    {
        while (_cellsOfSet.Count < Sets.Count)
        {
            _cellsOfSet.Add([]);
        }

        foreach (var set in Sets.FineToCoarse().Where(set => set >= PublishedSets))
        {
            foreach (var cell in Covers[set].SelectMany(CellsOf))
            {
                if (TryProject(cell, set, out var code) && !_cells.ContainsKey(code))
                {
                    Append(code, AncestorsOf(cell, set), set);
                }
            }
        }
    }

    private int[] AncestorsOf(int cell, int set)
    {
        var nodes = new int[_keys.Length];
        for (var key = 0; key < nodes.Length; key++)
        {
            var level = Sets.Levels(set)[key];
            nodes[key] = level < 0 ? -1 : _keys[key].Ancestor(NodeOf(cell, key), level);
        }

        return nodes;
    }
}
