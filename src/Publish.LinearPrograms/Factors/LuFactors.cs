namespace Publish.LinearPrograms.Factors;

/// <summary>
/// A square sparse matrix B as a product of a lower and an upper triangle, up to the order of rows and columns, with
/// which B·x = b and Bᵀ·y = c are solved.
/// </summary>
/// <remarks>Maros, <em>Computational Techniques of the Simplex Method</em> (2003), ch. 8.</remarks>
internal sealed class LuFactors
{
    private readonly int[] _pivotRows;
    private readonly int[] _pivotColumns;
    private readonly double[] _pivots;
    private readonly SparseStore _lower;
    private readonly SparseStore _upperByRow;
    private readonly SparseStore _upperByColumn;

    /// <summary>Takes over what the elimination recorded, step by step.</summary>
    /// <param name="pivotRows">The row eliminated with at each step.</param>
    /// <param name="pivotColumns">The column eliminated at each step.</param>
    /// <param name="pivots">The pivot of each step.</param>
    /// <param name="lower">For each step the other rows and what multiple of the pivot row was taken from them.</param>
    /// <param name="upper">For each step the other entries of the pivot row, by column.</param>
    public LuFactors(int[] pivotRows, int[] pivotColumns, double[] pivots, SparseStore lower, SparseStore upper)
    {
        (_pivotRows, _pivotColumns, _pivots, _lower, _upperByRow) = (pivotRows, pivotColumns, pivots, lower, upper);
        _upperByColumn = upper.Transposed(pivotRows, pivotColumns);
    }

    /// <summary>The entries of both triangles.</summary>
    public int EntryCount => _lower.Count + _upperByRow.Count + _pivots.Length;

    /// <summary>Solves B·x = b.</summary>
    /// <param name="right">b by row; overwritten.</param>
    /// <param name="solution">x by column.</param>
    public void Solve(double[] right, double[] solution)
    {
        for (var step = 0; step < _pivots.Length; step++)
        {
            var value = right[_pivotRows[step]];
            if (value != 0)
            {
                for (var entry = _lower.Starts[step]; entry < _lower.Starts[step + 1]; entry++)
                {
                    right[_lower.Indices[entry]] -= _lower.Values[entry] * value;
                }
            }
        }

        for (var step = _pivots.Length - 1; step >= 0; step--)
        {
            var value = right[_pivotRows[step]];
            if (value != 0)
            {
                value /= _pivots[step];
                for (var entry = _upperByColumn.Starts[step]; entry < _upperByColumn.Starts[step + 1]; entry++)
                {
                    right[_upperByColumn.Indices[entry]] -= _upperByColumn.Values[entry] * value;
                }
            }

            solution[_pivotColumns[step]] = value;
        }
    }

    /// <summary>Solves Bᵀ·y = c.</summary>
    /// <param name="right">c by column; overwritten.</param>
    /// <param name="solution">y by row.</param>
    public void SolveTransposed(double[] right, double[] solution)
    {
        for (var step = 0; step < _pivots.Length; step++)
        {
            var value = right[_pivotColumns[step]];
            if (value != 0)
            {
                value /= _pivots[step];
                for (var entry = _upperByRow.Starts[step]; entry < _upperByRow.Starts[step + 1]; entry++)
                {
                    right[_upperByRow.Indices[entry]] -= _upperByRow.Values[entry] * value;
                }
            }

            solution[_pivotRows[step]] = value;
        }

        for (var step = _pivots.Length - 1; step >= 0; step--)
        {
            var value = solution[_pivotRows[step]];
            for (var entry = _lower.Starts[step]; entry < _lower.Starts[step + 1]; entry++)
            {
                value -= _lower.Values[entry] * solution[_lower.Indices[entry]];
            }

            solution[_pivotRows[step]] = value;
        }
    }
}
