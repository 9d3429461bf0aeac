using System.Numerics;
using Publish.Attacks.Derived;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Values;

/// <summary>
/// How many of n values lie at or beyond a bound, as far as quantiles of theirs tell: a quantile is the mean of the values in
/// two places, of which the first is at most it and the second at least it.
/// </summary>
/// <param name="n">How many values there are.</param>
/// <param name="quantiles">Their quantiles, each with the least and the most that rounding leaves, in one unit for all cells.</param>
internal sealed class QuantileRanks(Int128 n, IReadOnlyList<(QuantileFormula Formula, BigInteger Least, BigInteger Most)> quantiles)
{
    /// <summary>n.</summary>
    public BigInteger Count { get; } = (BigInteger)n;

    /// <summary>The quantiles.</summary>
    public IReadOnlyList<(QuantileFormula Formula, BigInteger Least, BigInteger Most)> Quantiles { get; } = quantiles;

    /// <summary>How many values are at most v, at least and at most.</summary>
    /// <param name="v">The bound.</param>
    public (BigInteger Low, BigInteger High) AtMost(BigInteger v) => Range(
        quantile => quantile.Most <= v ? Places(quantile.Formula).Lower + 1 : 0,
        quantile => quantile.Least > v ? Places(quantile.Formula).Upper : Count);

    /// <summary>How many values are at least v, at least and at most.</summary>
    /// <param name="v">The bound.</param>
    public (BigInteger Low, BigInteger High) AtLeast(BigInteger v) => Range(
        quantile => quantile.Least >= v ? Count - Places(quantile.Formula).Upper : 0,
        quantile => quantile.Most < v ? Count - Places(quantile.Formula).Lower - 1 : Count);

    private (BigInteger Low, BigInteger High) Range(
        Func<(QuantileFormula Formula, BigInteger Least, BigInteger Most), BigInteger> low,
        Func<(QuantileFormula Formula, BigInteger Least, BigInteger Most), BigInteger> high) =>
        (Quantiles.Select(low).Append(0).Max(), Quantiles.Select(high).Append(Count).Min());

    private (BigInteger Lower, BigInteger Upper) Places(QuantileFormula formula) => QuantileBounds.Places(formula.At, (Int128)Count);
}
