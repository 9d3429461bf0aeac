using System.Text;

namespace Publish.Csv.Tests;

/// <summary>Keeps every row handed over, by row number.</summary>
internal sealed class CollectedRows : IBatchConsumer
{
    private readonly SortedDictionary<long, Row> _rows = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<Row> All => [.. _rows.Values];

    public void Consume(int worker, TypedBatch batch)
    {
        for (var i = 0; i < batch.RowCount; i++)
        {
            var row = new Row(batch.RowAt(i), batch.LineAt(i), [.. batch.Columns.Select(column => CellOf(column, i))]);
            lock (_lock)
            {
                _rows.Add(row.Number, row);
            }
        }
    }

    private static object? CellOf(TypedColumn column, int row) =>
        column.Missing[row] ? null
        : column.Column.Type == CellType.Text ? Encoding.UTF8.GetString(column.Text(row))
        : column.Values[row];

    internal sealed record Row(long Number, long Line, object?[] Cells);
}
