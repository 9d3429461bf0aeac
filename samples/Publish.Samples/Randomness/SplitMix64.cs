namespace Publish.Samples.Randomness;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), with the constants
/// of Stafford's Mix13 as in Vigna's reference implementation (https://prng.di.unimi.it/splitmix64.c). Its sequence is
/// fixed by its definition, which that of <see cref="Random"/> is not. Everything drawn is a whole number: the
/// mathematical functions of floating point may differ between machines in the last bit.
/// </summary>
/// <param name="seed">The seed; any value.</param>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>
    /// A number from 0 to below a bound, by multiplication (Lemire, "Fast random integer generation in an interval",
    /// ACM TOMACS 2019), without his rejection: for bounds below 2³¹ the bias is less than 2⁻³³.
    /// </summary>
    /// <param name="bound">The bound, above 0.</param>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number from one bound to another, both among them.</summary>
    /// <param name="least">The least number.</param>
    /// <param name="greatest">The greatest number, not below <paramref name="least"/>.</param>
    public int Between(int least, int greatest) => least + Below(greatest - least + 1);

    /// <summary>True so many times in a hundred.</summary>
    /// <param name="percent">0 to 100.</param>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>The number of heads before the first tail of a fair coin: n with probability 2⁻⁽ⁿ⁺¹⁾.</summary>
    /// <param name="most">The number at which it stops, at most 64.</param>
    public int Geometric(int most) => int.Min(most, System.Numerics.BitOperations.TrailingZeroCount(Next()));
}
