using System.Numerics;

namespace Publish.Disclosure.Tables.Primary;

/// <summary>Percentages of whole numbers, without rounding: a rule's verdict does not hang on the last bit.</summary>
internal readonly record struct ExactShare(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>A percentage as a fraction.</summary>
    public static ExactShare OfPercent(decimal percent) => Of(percent, 100);

    /// <summary>A quotient of two decimals as a fraction.</summary>
    public static ExactShare Of(decimal numerator, decimal denominator)
    {
        var (above, scaleAbove) = Parts(numerator);
        var (below, scaleBelow) = Parts(denominator);
        return new(above * BigInteger.Pow(10, scaleBelow), below * BigInteger.Pow(10, scaleAbove));
    }

    /// <summary>Compares this share of a whole with a part.</summary>
    /// <returns>Below 0 where the share is less than the part.</returns>
    public int CompareShare(BigInteger whole, BigInteger part) => (Numerator * whole).CompareTo(Denominator * part);

    /// <summary>This share of a whole, rounded up.</summary>
    public BigInteger Ceiling(BigInteger whole)
    {
        var quotient = BigInteger.DivRem(Numerator * whole, Denominator, out var remainder);
        return remainder > 0 ? quotient + 1 : quotient;
    }

    /// <summary>The share turned upside down.</summary>
    public ExactShare Inverse() => new(Denominator, Numerator);

    private static (BigInteger Mantissa, int Scale) Parts(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(number, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return (number < 0 ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }
}
