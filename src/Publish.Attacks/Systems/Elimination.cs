namespace Publish.Attacks.Systems;

/// <summary>
/// A factorisation of a sparse matrix modulo a prime: pivot rows that are upper triangular in the order of
/// elimination, and the row operations that made them. Columns that are no row's pivot are free.
/// </summary>
internal sealed class Elimination(MersenneField field, int columns, IReadOnlyList<PivotRow> pivots)
{
    private readonly int[] _pivotOf = PivotOf(columns, pivots);

    public MersenneField Field { get; } = field;

    public int Columns { get; } = columns;

    /// <summary>The pivot rows in the order of elimination.</summary>
    public IReadOnlyList<PivotRow> Pivots { get; } = pivots;

    public bool IsFree(int column) => _pivotOf[column] < 0;

    /// <summary>The position in <see cref="Pivots"/> of a column's pivot row, or −1 for a free column.</summary>
    public int PivotOfColumn(int column) => _pivotOf[column];

    /// <summary>Completes a vector given on the free columns to one that the matrix maps to 0.</summary>
    public void Complete(ulong[] vector)
    {
        for (var k = Pivots.Count - 1; k >= 0; k--)
        {
            vector[Pivots[k].Column] = Field.Negate(Pivots[k].DotOthers(Field, vector));
        }
    }

    /// <summary>
    /// Solves A x = b on the pivots' original rows with x = 0 on the free columns.
    /// </summary>
    /// <param name="right">b by pivot position; overwritten.</param>
    /// <param name="solution">x by column; pivot columns are written.</param>
    public void Solve(ulong[] right, ulong[] solution)
    {
        for (var k = 0; k < Pivots.Count; k++)
        {
            var sum = right[k];
            foreach (var (source, factor) in Pivots[k].Operations)
            {
                sum = Field.Subtract(sum, Field.Multiply(factor, right[source]));
            }

            right[k] = sum;
        }

        for (var k = Pivots.Count - 1; k >= 0; k--)
        {
            var pivot = Pivots[k];
            var sum = Field.Subtract(Field.Multiply(right[k], pivot.Inverse), pivot.DotOthers(Field, solution));
            solution[pivot.Column] = sum;
        }
    }

    private static int[] PivotOf(int columns, IReadOnlyList<PivotRow> pivots)
    {
        var positions = new int[columns];
        Array.Fill(positions, -1);
        for (var k = 0; k < pivots.Count; k++)
        {
            positions[pivots[k].Column] = k;
        }

        return positions;
    }
}
