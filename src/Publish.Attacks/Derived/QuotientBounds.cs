using System.Numerics;
using Publish.Attacks.Bounds;

namespace Publish.Attacks.Derived;

/// <summary>
/// What a rounded quotient v = f · N ÷ D tells of its numerator and its denominator: with D above 0 and a rounding unit u,
/// (v − u/2) · D ≤ f · N ≤ (v + u/2) · D. Bounds are rounded outwards to whole units, so no possible value is lost.
/// </summary>
internal sealed class QuotientBounds
{
    private readonly BigInteger _numerators;
    private readonly BigInteger _least;
    private readonly BigInteger _most;

    /// <summary>Multiplies the inequalities out to whole numbers: least · D ≤ numerators · N ≤ most · D.</summary>
    /// <param name="value">v, in units of 10^−<paramref name="scale"/>.</param>
    /// <param name="unit">u, in the same units, above 0.</param>
    /// <param name="scale">Decimals of v.</param>
    /// <param name="factor">f, above 0.</param>
    /// <param name="numeratorScale">Decimals of N.</param>
    /// <param name="denominatorScale">Decimals of D.</param>
    public QuotientBounds(Int128 value, Int128 unit, int scale, int factor, int numeratorScale, int denominatorScale)
    {
        _numerators = 2 * factor * BigInteger.Pow(10, scale + denominatorScale);
        var denominators = BigInteger.Pow(10, numeratorScale);
        (_least, _most) = (denominators * ((2 * (BigInteger)value) - unit), denominators * ((2 * (BigInteger)value) + unit));
    }

    /// <summary>The interval of N, given that of D, which is above 0.</summary>
    /// <param name="low">The least D.</param>
    /// <param name="high">The greatest D, or <see cref="CellIntervals.Unbounded"/>.</param>
    public (Int128 Low, Int128 High) Numerator(Int128 low, Int128 high) => (
        Product(_least, _least.Sign < 0 ? high : low) is { } least ? Narrow(Ceiling(least, _numerators)) : CellIntervals.Unlimited,
        Product(_most, _most.Sign < 0 ? low : high) is { } most ? Narrow(Floor(most, _numerators)) : CellIntervals.Unbounded);

    /// <summary>The interval of D, given that of N.</summary>
    /// <param name="low">The least N, or <see cref="CellIntervals.Unlimited"/>.</param>
    /// <param name="high">The greatest N, or <see cref="CellIntervals.Unbounded"/>.</param>
    public (Int128 Low, Int128 High) Denominator(Int128 low, Int128 high)
    {
        // A quotient of nothing but 0 tells nothing of what it is divided by.
        var (least, most) = ((Int128)1, CellIntervals.Unbounded);
        if (!_most.IsZero && low != CellIntervals.Unlimited)
        {
            (least, most) = _most.Sign > 0
                ? (Int128.Max(least, Narrow(Ceiling(_numerators * low, _most))), most)
                : (least, Narrow(Floor(_numerators * low, _most)));
        }

        if (!_least.IsZero && high != CellIntervals.Unbounded)
        {
            (least, most) = _least.Sign > 0
                ? (least, Int128.Min(most, Narrow(Floor(_numerators * high, _least))))
                : (Int128.Max(least, Narrow(Ceiling(_numerators * high, _least))), most);
        }

        return (least, most);
    }

    private static BigInteger? Product(BigInteger factor, Int128 bound) =>
        factor.IsZero ? BigInteger.Zero : bound == CellIntervals.Unbounded ? null : factor * bound;

    private static BigInteger Floor(BigInteger number, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(number, divisor, out var rest);
        return rest.IsZero || rest.Sign == divisor.Sign ? quotient : quotient - 1;
    }

    private static BigInteger Ceiling(BigInteger number, BigInteger divisor) => -Floor(-number, divisor);

    // Numbers of that size are no bound of anything published.
    private static Int128 Narrow(BigInteger number) =>
        number >= (BigInteger)CellIntervals.Unbounded ? CellIntervals.Unbounded
        : number <= (BigInteger)CellIntervals.Unlimited ? CellIntervals.Unlimited
        : (Int128)number;
}
