namespace Publish.Disclosure.Tables.Optimal;

/// <summary>Which cells lie near each other: those that share a row, then those that share rows with these, and so on.</summary>
internal sealed class CellNeighbours
{
    private readonly AttackerSystem _system;
    private readonly List<int>[] _rowsOf;

    /// <param name="system">The system.</param>
    public CellNeighbours(AttackerSystem system)
    {
        _system = system;
        _rowsOf = [.. Enumerable.Range(0, system.ColumnCount).Select(_ => new List<int>())];
        foreach (var (row, (columns, _)) in system.Rows.Index())
        {
            foreach (var column in columns)
            {
                _rowsOf[column].Add(row);
            }
        }
    }

    /// <summary>The nearest cells, the cell itself first; of equally near ones those that short rows lead to.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isWanted">Which cells count.</param>
    /// <param name="most">How many at most.</param>
    public List<int> Nearest(int cell, Func<int, bool> isWanted, int most)
    {
        var (nearest, queue, isSeen) = (new List<int>(), new Queue<int>([cell]), new HashSet<int> { cell });
        while (nearest.Count < most && queue.TryDequeue(out var column))
        {
            if (column < _system.CellCount && isWanted(column))
            {
                nearest.Add(column);
            }

            foreach (var row in _rowsOf[column].OrderBy(row => _system.Rows[row].Columns.Length))
            {
                foreach (var next in _system.Rows[row].Columns.Where(isSeen.Add))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return nearest;
    }
}
