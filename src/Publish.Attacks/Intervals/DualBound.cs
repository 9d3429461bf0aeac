using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>
/// A rigorous bound from approximate multipliers (Neumaier and Shcherbina, *Mathematical Programming* 2004), in whole
/// numbers: the multipliers are rounded to fractions, and what they leave over of each unknown is bounded by the
/// unknown's own bounds. Whatever the multipliers, no table exceeds the bound.
/// </summary>
/// <param name="Numerator">The bound's numerator.</param>
/// <param name="Denominator">The bound's denominator, positive.</param>
/// <param name="Factors">Multiplier of each equation, times the denominator.</param>
internal sealed record DualBound(BigInteger Numerator, BigInteger Denominator, BigInteger[] Factors)
{
    /// <summary>Denominators of the multipliers that are tried; the last stands for "as they are".</summary>
    private static readonly long[] Denominators = [1, 2, 3, 4, 6, 12, 1L << 40];

    /// <summary>
    /// The least of the bounds on the greatest value of sign · x, or <see langword="null"/> when the multipliers bound
    /// nothing.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="column">The unknown x.</param>
    /// <param name="sign">1 for x, −1 for −x.</param>
    /// <param name="multipliers">One number an equation.</param>
    public static DualBound? Of(IntervalProblem problem, int column, int sign, IReadOnlyList<double> multipliers) =>
        Best(problem, column, sign, multipliers, problem.Floor, problem.Ceiling)
        ?? Best(problem, column, sign, multipliers, problem.Low, problem.High);

    // With what everyone knows alone the bound is arithmetic with published cells, which a reader can follow.
    private static DualBound? Best(
        IntervalProblem problem, int column, int sign, IReadOnlyList<double> multipliers, BigInteger?[] low, BigInteger?[] high)
    {
        DualBound? best = null;
        foreach (var denominator in Denominators)
        {
            if (Of(problem, column, sign, multipliers, denominator, low, high) is { } bound
                && (best is null || bound.Numerator * best.Denominator < best.Numerator * bound.Denominator))
            {
                best = bound;
            }
        }

        return best;
    }

    private static DualBound? Of(
        IntervalProblem problem, int column, int sign, IReadOnlyList<double> multipliers, long denominator, BigInteger?[] low, BigInteger?[] high)
    {
        var factors = new BigInteger[multipliers.Count];
        var left = new BigInteger[problem.Matrix.Columns];
        left[column] = sign * (BigInteger)denominator;
        var bound = BigInteger.Zero;
        for (var row = 0; row < factors.Length; row++)
        {
            if (!double.IsFinite(multipliers[row]))
            {
                return null;
            }

            factors[row] = new BigInteger(Math.Round(multipliers[row] * denominator));
            bound += factors[row] * problem.Right[row];
            for (var i = 0; i < problem.Matrix.RowColumns[row].Length && !factors[row].IsZero; i++)
            {
                left[problem.Matrix.RowColumns[row][i]] -= factors[row] * problem.Matrix.RowValues[row][i];
            }
        }

        for (var other = 0; other < left.Length; other++)
        {
            if (!left[other].IsZero)
            {
                if ((left[other].Sign > 0 ? high[other] : low[other]) is not { } most)
                {
                    return null;
                }

                bound += left[other] * most;
            }
        }

        return new DualBound(bound, denominator, factors);
    }
}
