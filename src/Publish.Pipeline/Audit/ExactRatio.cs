using System.Numerics;

namespace Publish.Pipeline.Audit;

/// <summary>A decimal of a policy as a fraction, so that the audit compares in whole numbers.</summary>
/// <param name="Numerator">At least 0.</param>
/// <param name="Denominator">Above 0.</param>
internal readonly record struct ExactRatio(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The fraction of a decimal that is not negative.</summary>
    /// <param name="value">The decimal.</param>
    public static ExactRatio Of(decimal value)
    {
        var scale = value.Scale;
        var (high, rest) = ((BigInteger)decimal.Truncate(value), value - decimal.Truncate(value));
        for (var digit = 0; digit < scale; digit++)
        {
            rest *= 10;
            high = (high * 10) + (BigInteger)decimal.Truncate(rest);
            rest -= decimal.Truncate(rest);
        }

        return new ExactRatio(high, BigInteger.Pow(10, scale));
    }

    /// <summary>Divides by another.</summary>
    /// <param name="other">Above 0.</param>
    public ExactRatio Over(ExactRatio other) => new(Numerator * other.Denominator, Denominator * other.Numerator);

    /// <summary>The least whole number that is not below so much of a value.</summary>
    /// <param name="value">The value, at least 0.</param>
    public BigInteger CeilingOf(BigInteger value) => ((Numerator * value) + Denominator - 1) / Denominator;
}
