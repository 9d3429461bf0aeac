namespace Publish.Pipeline.Staging;

/// <summary>Arithmetic on numbers kept as whole multiples of their last decimal.</summary>
internal static class PublishedNumber
{
    /// <summary>The most digits a published decimal has.</summary>
    public const int MaximumDigits = 38;

    /// <summary>Divides and rounds half away from zero, as published figures usually are.</summary>
    /// <param name="dividend">What is divided, a multiple of 10^−<paramref name="scale"/>.</param>
    /// <param name="divisor">Above 0.</param>
    /// <param name="scale">Decimals of the dividend, less those of the divisor.</param>
    /// <param name="decimals">Decimals of the quotient.</param>
    /// <returns>The quotient, a multiple of 10^−<paramref name="decimals"/>.</returns>
    /// <exception cref="OverflowException">An intermediate value leaves 128 bits.</exception>
    public static Int128 Quotient(Int128 dividend, Int128 divisor, int scale, int decimals)
    {
        var numerator = checked(dividend * PowerOfTen(Math.Max(0, decimals - scale)));
        var denominator = checked(divisor * PowerOfTen(Math.Max(0, scale - decimals)));
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        var twice = checked(Int128.Abs(remainder) * 2);
        return twice >= denominator ? quotient + (Int128.IsNegative(numerator) ? -1 : 1) : quotient;
    }

    /// <summary>Whether a number has at most <see cref="MaximumDigits"/> digits.</summary>
    /// <param name="value">The number, in units of its last decimal.</param>
    /// <returns>True when it can be published.</returns>
    public static bool Fits(Int128 value) => value > -Limit && value < Limit;

    private static readonly Int128 Limit = PowerOfTen(MaximumDigits);

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power = checked(power * 10);
        }

        return power;
    }
}
