using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>
/// Makes a whole-number vector that a matrix maps to 0 from a factorisation modulo a prime, by p-adic lifting
/// (Dixon, *Numerische Mathematik* 1982), and checks it against the matrix itself. Such a vector is two tables that
/// agree on everything published: it proves, whatever the prime, that a cell where it is not 0 is not determined.
/// </summary>
internal sealed class KernelLift(SparseMatrix matrix, Elimination elimination)
{
    /// <summary>Digits (base p) tried in turn; 32 digits of 61 bits hold fractions of 290 decimals.</summary>
    private static readonly int[] Digits = [1, 2, 4, 8, 16, 32];

    private const ulong SmallValues = 1 << 16;

    /// <summary>The vector for one seed, or <see langword="null"/> when none could be verified.</summary>
    public BigInteger[]? Vector(ulong seed)
    {
        var free = new long[elimination.Columns];
        for (var column = 0; column < free.Length; column++)
        {
            if (elimination.IsFree(column))
            {
                var bits = MersenneField.Mix(seed, column);
                var size = (long)(1 + (bits >> 1) % SmallValues);
                free[column] = (bits & 1) == 0 ? size : -size;
            }
        }

        return Lift(free);
    }

    private BigInteger[]? Lift(long[] free)
    {
        var field = elimination.Field;
        var residual = Array.ConvertAll([.. elimination.Pivots], pivot => -RowTimes(pivot.Row, free));
        var lifted = new BigInteger[free.Length];
        var power = BigInteger.One;
        var digit = 0;
        foreach (var digits in Digits)
        {
            for (; digit < digits; digit++)
            {
                AddDigit(residual, lifted, power);
                power *= field.Modulus;
            }

            if (RationalVector.Reconstruct(elimination, lifted, free, power) is { } vector && IsInKernel(vector))
            {
                return vector;
            }
        }

        return null;
    }

    private void AddDigit(Int128[] residual, BigInteger[] lifted, BigInteger power)
    {
        var field = elimination.Field;
        var digit = new ulong[elimination.Columns];
        elimination.Solve(Array.ConvertAll(residual, field.Reduce), digit);
        for (var k = 0; k < residual.Length; k++)
        {
            var pivot = elimination.Pivots[k];
            residual[k] = checked(residual[k] - RowTimes(pivot.Row, digit)) / (Int128)field.Modulus;
            lifted[pivot.Column] += power * digit[pivot.Column];
        }
    }

    private Int128 RowTimes<T>(int row, T[] vector)
        where T : IBinaryInteger<T>
    {
        Int128 sum = 0;
        for (var i = 0; i < matrix.RowColumns[row].Length; i++)
        {
            sum = checked(sum + (matrix.RowValues[row][i] * Int128.CreateChecked(vector[matrix.RowColumns[row][i]])));
        }

        return sum;
    }

    private bool IsInKernel(BigInteger[] vector)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < matrix.RowColumns[row].Length; i++)
            {
                sum += matrix.RowValues[row][i] * vector[matrix.RowColumns[row][i]];
            }

            if (!sum.IsZero)
            {
                return false;
            }
        }

        return true;
    }
}
