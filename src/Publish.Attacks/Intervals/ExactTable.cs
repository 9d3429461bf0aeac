using System.Numerics;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Makes an exact table of an approximate one: the unknowns that elimination leaves free are rounded, the others follow
/// from them modulo a prime, and the whole is checked against every equation and bound in whole numbers. What comes out
/// is a table that agrees with everything published, whatever it was made from.
/// </summary>
internal sealed class ExactTable(IntervalProblem problem, Elimination elimination)
{
    /// <summary>Denominators that sums over a few dimensions lead to.</summary>
    private static readonly int[] Denominators = [1, 2, 3, 4, 5, 6, 8, 12];

    /// <summary>The exact table near a guess, with its common denominator, or <see langword="null"/>.</summary>
    public (BigInteger[] Values, BigInteger Denominator)? Near(IReadOnlyList<double> guess)
    {
        var values = new BigInteger[guess.Count];
        for (var column = 0; column < values.Length; column++)
        {
            if (!double.IsFinite(guess[column]))
            {
                return null;
            }

            values[column] = Clamp(new BigInteger(Math.Round(guess[column])), column);
        }

        foreach (var denominator in problem.IsWhole ? Denominators[..1] : Denominators)
        {
            if (Complete(values, denominator) is { } table && problem.IsSolvedBy(table, denominator))
            {
                return (table, denominator);
            }
        }

        return null;
    }

    private BigInteger Clamp(BigInteger value, int column) =>
        problem.Low[column] is { } low && value < low ? low
        : problem.High[column] is { } high && value > high ? high
        : value;

    // A x = b on the pivots, with the free unknowns as they are; the residues are read as whole numbers around 0.
    private BigInteger[]? Complete(BigInteger[] values, int denominator)
    {
        var field = elimination.Field;
        var modulus = (BigInteger)field.Modulus;
        var right = new ulong[elimination.Pivots.Count];
        for (var k = 0; k < right.Length; k++)
        {
            var row = elimination.Pivots[k].Row;
            var rest = problem.Right[row];
            for (var i = 0; i < problem.Matrix.RowColumns[row].Length; i++)
            {
                var column = problem.Matrix.RowColumns[row][i];
                rest -= elimination.IsFree(column) ? problem.Matrix.RowValues[row][i] * values[column] : 0;
            }

            right[k] = Residue(rest * denominator, modulus);
        }

        var solution = new ulong[values.Length];
        elimination.Solve(right, solution);
        var table = new BigInteger[values.Length];
        for (var column = 0; column < table.Length; column++)
        {
            table[column] = elimination.IsFree(column)
                ? values[column] * denominator
                : solution[column] > field.Modulus / 2 ? solution[column] - modulus : solution[column];
        }

        return table;
    }

    private static ulong Residue(BigInteger number, BigInteger modulus)
    {
        var rest = BigInteger.Remainder(number, modulus);
        return (ulong)(rest.Sign < 0 ? rest + modulus : rest);
    }
}
