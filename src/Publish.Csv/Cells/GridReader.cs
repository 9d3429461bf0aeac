using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Checks and types grids of cells, for one thread.</summary>
internal sealed class GridReader
{
    private readonly ColumnReader[] _readers;
    private readonly TypedBatch _batch;
    private readonly FaultLog _faults;

    public GridReader(CsvFormat format, IReadOnlyList<CsvColumn> columns, FaultLog faults)
    {
        _readers = [.. columns.Select((column, index) => ColumnReader.For(column, format, index))];
        _batch = new TypedBatch(columns);
        _faults = faults;
    }

    /// <summary>Reads a grid.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="positionOf">The position of each declared column in the grid, or -1 for none.</param>
    /// <returns>Its rows; valid until the next call.</returns>
    public TypedBatch Read(CellGrid grid, Func<int, int> positionOf)
    {
        _batch.Reset(grid);
        for (var column = 0; column < _readers.Length; column++)
        {
            var position = positionOf(column);
            if (position >= 0)
            {
                _readers[column].Read(grid, position, _batch[column], _faults);
            }
        }

        return _batch;
    }
}
