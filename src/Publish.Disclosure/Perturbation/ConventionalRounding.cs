namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Rounds each number by itself to the nearest multiple of a base, a tie away from zero (Handbook on Statistical
/// Disclosure Control, 2024, chapter 5). A number tells an interval as wide as the base. Totals need not be the sums of their
/// parts, and many rounded numbers together can tell more than one: the audit looks for that.
/// </summary>
public static class ConventionalRounding
{
    /// <summary>Rounds a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="roundingBase">b, at least 2.</param>
    /// <returns>The nearest multiple of b.</returns>
    /// <exception cref="OverflowException">The multiple leaves 64 bits.</exception>
    public static long Round(long value, int roundingBase)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(roundingBase, 2);
        var (multiple, rest) = Math.DivRem(value, roundingBase);
        var isUp = 2 * Math.Abs(rest) >= roundingBase;
        return checked((multiple + (isUp ? Math.Sign(value) : 0)) * roundingBase);
    }
}
