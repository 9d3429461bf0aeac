using Publish.LinearPrograms.Factors;

namespace Publish.LinearPrograms.Simplex;

/// <summary>The scaled matrix [A, −I] by columns and by rows: columns 0 … n−1 are the variables, n … n+m−1 the rows' activities.</summary>
internal sealed class ScaledMatrix
{
    private readonly SparseMatrix _columns;
    private readonly SparseMatrix _rows;

    public ScaledMatrix(LinearProgram program, Scaling scaling)
    {
        (VariableCount, RowCount) = (program.VariableCount, program.RowCount);
        var (row, column) = (scaling.Rows, scaling.Columns);
        _columns = SparseMatrix.Of(VariableCount, program.Entries, e => (e.Variable, e.Row, e.Coefficient * row[e.Row] * column[e.Variable]));
        _rows = SparseMatrix.Of(RowCount, program.Entries, e => (e.Row, e.Variable, e.Coefficient * row[e.Row] * column[e.Variable]));
    }

    public int VariableCount { get; }

    public int RowCount { get; }

    /// <summary>Adds a multiple of a column to a vector by row.</summary>
    public void AddColumn(int column, double factor, double[] right)
    {
        if (factor == 0)
        {
            return;
        }

        if (column >= VariableCount)
        {
            right[column - VariableCount] -= factor;
            return;
        }

        for (var entry = _columns.Starts[column]; entry < _columns.Starts[column + 1]; entry++)
        {
            right[_columns.Indices[entry]] += factor * _columns.Values[entry];
        }
    }

    /// <summary>The reduced costs d = c − yᵀ·[A, −I] of all columns.</summary>
    /// <param name="costs">The costs c of all columns.</param>
    /// <param name="prices">The price y of each row.</param>
    /// <param name="reduced">Takes d.</param>
    public void Reduce(double[] costs, double[] prices, double[] reduced)
    {
        for (var variable = 0; variable < VariableCount; variable++)
        {
            var value = costs[variable];
            for (var entry = _columns.Starts[variable]; entry < _columns.Starts[variable + 1]; entry++)
            {
                value -= _columns.Values[entry] * prices[_columns.Indices[entry]];
            }

            reduced[variable] = value;
        }

        for (var row = 0; row < RowCount; row++)
        {
            reduced[VariableCount + row] = costs[VariableCount + row] + prices[row];
        }
    }

    /// <summary>A row of the tableau B⁻¹·[A, −I] from a row of the inverse; basic columns hold rubbish.</summary>
    public void TableauRow(double[] inverse, double[] tableau)
    {
        Array.Clear(tableau);
        for (var row = 0; row < RowCount; row++)
        {
            var factor = inverse[row];
            if (Math.Abs(factor) > 1e-14)
            {
                tableau[VariableCount + row] = -factor;
                for (var entry = _rows.Starts[row]; entry < _rows.Starts[row + 1]; entry++)
                {
                    tableau[_rows.Indices[entry]] += factor * _rows.Values[entry];
                }
            }
        }
    }

    /// <summary>Factors the columns of a basis.</summary>
    /// <param name="head">The column at each position.</param>
    /// <param name="rows">The rows that no column covers, where the basis is singular.</param>
    /// <param name="positions">The positions of the columns that depend on the others there.</param>
    /// <returns>The factors, or <see langword="null"/> where the basis is singular.</returns>
    public LuFactors? Eliminate(int[] head, out int[] rows, out int[] positions)
    {
        var elimination = new MarkowitzElimination(RowCount);
        for (var position = 0; position < RowCount; position++)
        {
            var column = head[position];
            if (column >= VariableCount)
            {
                elimination.Add(column - VariableCount, position, -1);
                continue;
            }

            for (var entry = _columns.Starts[column]; entry < _columns.Starts[column + 1]; entry++)
            {
                elimination.Add(_columns.Indices[entry], position, _columns.Values[entry]);
            }
        }

        return elimination.Run(out rows, out positions);
    }
}
