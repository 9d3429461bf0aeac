namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Rounds each number by itself to one of the two multiples of a base around it, the nearer one the likelier, so that
/// the expected number is the true one (Handbook on Statistical Disclosure Control, 2024, chapter 5). Multiples stay as they are.
/// </summary>
public static class RandomRounding
{
    /// <summary>Rounds a number.</summary>
    /// <param name="value">The number; with rest r above the multiple below it.</param>
    /// <param name="roundingBase">b, at least 2.</param>
    /// <param name="draw">A uniform draw of 64 bits: the number is rounded up when draw / 2⁶⁴ is below r / b.</param>
    /// <returns>The multiple of b below or above; the expectation over draws is the number, to within b / 2⁶⁴.</returns>
    /// <exception cref="OverflowException">The multiple leaves 64 bits.</exception>
    public static long Round(long value, int roundingBase, ulong draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(roundingBase, 2);
        var rest = ((value % roundingBase) + roundingBase) % roundingBase;
        var isUp = (UInt128)draw * (uint)roundingBase < (UInt128)(uint)rest << 64;
        return checked(value - rest + (isUp ? roundingBase : 0));
    }
}
