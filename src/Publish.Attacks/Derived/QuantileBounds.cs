using System.Numerics;
using Publish.Attacks.Bounds;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Derived;

/// <summary>
/// What the quantiles of one cell tell of its sum: the contributions in order are at least each quantile from its place on,
/// and at most each quantile up to its place.
/// </summary>
internal static class QuantileBounds
{
    /// <summary>The interval of the sum of n contributions.</summary>
    /// <param name="contributors">n, at least 0.</param>
    /// <param name="quantiles">The quantiles of one sum, ascending, with value, rounding unit and decimals.</param>
    /// <param name="scale">Decimals of the sum, at least those of every quantile's bounds.</param>
    public static (Int128 Low, Int128 High) Sum(
        Int128 contributors, IReadOnlyList<(QuantileFormula Formula, Int128 Value, Int128 Unit, int Scale)> quantiles, int scale)
    {
        // Everything in half units of the finest decimals there are.
        var digits = Math.Max(scale, quantiles.Max(quantile => quantile.Scale));
        BigInteger Halves(BigInteger number, int decimals) => 2 * number * BigInteger.Pow(10, digits - decimals);
        BigInteger? low = 0, high = 0;
        var (least, most) = (
            quantiles[0].Formula.Least is { } floor ? Halves(floor, quantiles[0].Formula.Sum.Scale) : (BigInteger?)null,
            quantiles[0].Formula.Most is { } ceiling ? Halves(ceiling, quantiles[0].Formula.Sum.Scale) : (BigInteger?)null);
        BigInteger from = 0, to = 0;
        foreach (var (formula, value, unit, decimals) in quantiles)
        {
            var (lower, upper) = Places(formula.At, contributors);
            var half = BigInteger.Pow(10, digits - decimals) * unit;
            low += (upper - from) * least;
            high += (lower + 1 - to) * (Halves(value, decimals) + half);
            least = BigInteger.Max(Halves(value, decimals) - half, least ?? Halves(value, decimals) - half);
            (from, to) = (upper, lower + 1);
        }

        low += ((BigInteger)contributors - from) * least;
        high += ((BigInteger)contributors - to) * most;
        var units = Halves(1, scale);
        return (
            low is { } sum ? (Int128)(-FloorOf(-sum, units)) : CellIntervals.Unlimited,
            high is { } total ? (Int128)FloorOf(total, units) : CellIntervals.Unbounded);
    }

    /// <summary>The places, from 0, of the two contributions whose mean a quantile is; often one and the same.</summary>
    /// <param name="at">Which quantile.</param>
    /// <param name="contributors">n.</param>
    public static (BigInteger Lower, BigInteger Upper) Places(decimal at, Int128 contributors)
    {
        var below = at * (decimal)contributors;
        var upper = decimal.Floor(below);
        return ((BigInteger)(upper < below ? upper : upper - 1), (BigInteger)upper);
    }

    private static BigInteger FloorOf(BigInteger number, BigInteger divisor) => (number - (((number % divisor) + divisor) % divisor)) / divisor;
}
