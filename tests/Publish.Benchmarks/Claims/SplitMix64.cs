namespace Publish.Benchmarks.Claims;

/// <summary>
/// SplitMix64: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// figure 14. Every row has a stream of its own, so that any thread can write any block and the bytes stay the same.
/// </summary>
/// <param name="state">The seed.</param>
internal struct SplitMix64(ulong state)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>A stream of its own for one row or one person.</summary>
    /// <param name="seed">What parts one use of the numbers from another.</param>
    /// <param name="index">The row or the person, from 0.</param>
    public static SplitMix64 Stream(ulong seed, long index) => new(Mix(seed ^ Mix((ulong)index + GoldenGamma)));

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += GoldenGamma);

    /// <summary>
    /// A number from 0 to below a bound, by multiplication (D. Lemire, "Fast random integer generation in an interval",
    /// 2019, without its rejection: the bias is below bound / 2^64).
    /// </summary>
    /// <param name="bound">The bound, above 0.</param>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
