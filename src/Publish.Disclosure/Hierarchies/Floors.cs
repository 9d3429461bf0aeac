namespace Publish.Disclosure.Hierarchies;

/// <summary>Division that rounds down, also below zero.</summary>
internal static class Floors
{
    /// <summary>The largest whole number not above value ÷ divisor.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="divisor">At least 1.</param>
    public static long Divide(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
