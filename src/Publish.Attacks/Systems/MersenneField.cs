namespace Publish.Attacks.Systems;

/// <summary>Arithmetic modulo a Mersenne prime 2^b − 1 with b ≤ 61; elements lie in [0, p).</summary>
internal sealed class MersenneField(int bits)
{
    /// <summary>2^61 − 1: a random coincidence has odds of 1 in 2·10^18.</summary>
    public static readonly MersenneField Large = new(61);

    /// <summary>2^31 − 1, for the systems whose minors happen to be multiples of the large prime.</summary>
    public static readonly MersenneField Small = new(31);

    /// <summary>The prime.</summary>
    public ulong Modulus { get; } = (1UL << bits) - 1;

    public ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        var folded = (low & Modulus) + ((high << (64 - bits)) | (low >> bits));
        return folded >= Modulus ? folded - Modulus : folded;
    }

    public ulong Add(ulong a, ulong b)
    {
        var sum = a + b;
        return sum >= Modulus ? sum - Modulus : sum;
    }

    public ulong Subtract(ulong a, ulong b) => a >= b ? a - b : a + Modulus - b;

    public ulong Negate(ulong a) => a == 0 ? 0 : Modulus - a;

    /// <summary>The inverse by Fermat: a^(p−2).</summary>
    public ulong Invert(ulong a)
    {
        if (a == 1 || a == Modulus - 1)
        {
            return a;
        }

        var result = 1UL;
        for (var exponent = Modulus - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
            {
                result = Multiply(result, a);
            }

            a = Multiply(a, a);
        }

        return result;
    }

    /// <summary>The residue of a whole number.</summary>
    public ulong Reduce(Int128 value)
    {
        var residue = value % (Int128)Modulus;
        return (ulong)(residue < 0 ? residue + (Int128)Modulus : residue);
    }

    /// <summary>A scattered, reproducible element (SplitMix64; Steele, Lea and Flood 2014).</summary>
    public ulong Scatter(ulong seed, int index) => Mix(seed, index) % Modulus;

    /// <summary>64 scattered, reproducible bits.</summary>
    public static ulong Mix(ulong seed, int index)
    {
        var z = unchecked((seed * 0xD1342543DE82EF95UL) + (((ulong)index + 1) * 0x9E3779B97F4A7C15UL));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
