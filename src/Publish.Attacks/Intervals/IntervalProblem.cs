using System.Numerics;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Intervals;

/// <summary>
/// What an intruder knows of one component and one measure: whole-number equations Σ coefficient · x = right, and
/// low ≤ x ≤ high for every unknown.
/// </summary>
/// <param name="Matrix">The coefficients; a row an equation, a column an unknown.</param>
/// <param name="Right">The right sides.</param>
/// <param name="Low">Least value of each unknown, or <see langword="null"/> for none.</param>
/// <param name="High">Greatest value of each unknown, or <see langword="null"/> for none.</param>
/// <param name="Floor">Least value of each unknown that everyone knows without looking at any sum, or <see langword="null"/> for none.</param>
/// <param name="Ceiling">Greatest value of each unknown that everyone knows without looking at any sum, or <see langword="null"/> for none.</param>
/// <param name="IsWhole">Whether everyone knows the values to be whole numbers that matter one by one (counts).</param>
internal sealed record IntervalProblem(
    SparseMatrix Matrix, BigInteger[] Right, BigInteger?[] Low, BigInteger?[] High, BigInteger?[] Floor, BigInteger?[] Ceiling, bool IsWhole)
{
    /// <summary>Whether numbers fulfil every equation and every bound, exactly.</summary>
    /// <param name="values">Numerators by column.</param>
    /// <param name="denominator">Their common denominator, positive.</param>
    public bool IsSolvedBy(IReadOnlyList<BigInteger> values, BigInteger denominator)
    {
        for (var column = 0; column < Matrix.Columns; column++)
        {
            if (values[column] < (Low[column] * denominator ?? values[column]) || values[column] > (High[column] * denominator ?? values[column]))
            {
                return false;
            }
        }

        for (var row = 0; row < Matrix.Rows; row++)
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < Matrix.RowColumns[row].Length; i++)
            {
                sum += Matrix.RowValues[row][i] * values[Matrix.RowColumns[row][i]];
            }

            if (sum != Right[row] * denominator)
            {
                return false;
            }
        }

        return true;
    }
}
