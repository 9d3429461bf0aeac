namespace Publish.Csv;

/// <summary>
/// Some consecutive rows, typed and checked, column by column in the order declared. Its buffers are reused: valid only
/// during the call that hands it over.
/// </summary>
public sealed class TypedBatch
{
    private readonly TypedColumn[] _columns;
    private Cells.RowPlaces _places = new();

    internal TypedBatch(IReadOnlyList<CsvColumn> columns)
    {
        _columns = [.. columns.Select(column => new TypedColumn(column))];
    }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The columns, in the order declared.</summary>
    public IReadOnlyList<TypedColumn> Columns => _columns;

    /// <summary>The row a spreadsheet shows: the header is 1 and blank rows count.</summary>
    /// <param name="row">The row of the batch, from 0.</param>
    public long RowAt(int row) => _places.RowAt(row);

    /// <summary>The physical line a row starts at, from 1; 0 where the source has no lines.</summary>
    /// <param name="row">The row of the batch, from 0.</param>
    public long LineAt(int row) => _places.LineAt(row);

    internal void Reset(Cells.CellGrid grid)
    {
        RowCount = grid.RowCount;
        _places = grid.Places;
        foreach (var column in _columns)
        {
            column.Reset(grid.RowCount, grid.Bytes);
        }
    }

    internal TypedColumn this[int column] => _columns[column];
}
