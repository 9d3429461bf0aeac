namespace Publish.Attacks.Systems;

/// <summary>A sparse integer matrix by rows; columns of a row ascend and no entry is 0.</summary>
internal sealed class SparseMatrix(int columns, int[][] rowColumns, long[][] rowValues)
{
    public int Columns { get; } = columns;

    public int Rows => RowColumns.Length;

    public int[][] RowColumns { get; } = rowColumns;

    public long[][] RowValues { get; } = rowValues;
}
