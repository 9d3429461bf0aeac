using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>Recovers fractions from their residues (Wang, *SYMSAC* 1981). What it returns is a guess to be verified.</summary>
internal static class RationalVector
{
    /// <summary>A vector scaled to whole numbers by the least common denominator, or <see langword="null"/>.</summary>
    public static BigInteger[]? Reconstruct(Elimination elimination, BigInteger[] residues, long[] free, BigInteger modulus)
    {
        var numerators = new BigInteger[residues.Length];
        var denominators = new BigInteger[residues.Length];
        var common = BigInteger.One;
        for (var column = 0; column < residues.Length; column++)
        {
            (numerators[column], denominators[column]) = (free[column], BigInteger.One);
            if (!elimination.IsFree(column)
                && !TryReconstruct(residues[column], modulus, out numerators[column], out denominators[column]))
            {
                return null;
            }

            if (!denominators[column].IsOne)
            {
                common = LeastCommonMultiple(common, denominators[column]);
            }
        }

        if (!common.IsOne)
        {
            for (var column = 0; column < residues.Length; column++)
            {
                numerators[column] *= common / denominators[column];
            }
        }

        return numerators;
    }

    /// <summary>The least common multiple of two positive numbers.</summary>
    public static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) =>
        a / BigInteger.GreatestCommonDivisor(a, b) * b;

    /// <summary>
    /// The fraction of a residue: a whole number of at most three quarters of the modulus's bits where there is one,
    /// otherwise numerator and denominator of at most half of them.
    /// </summary>
    public static bool TryReconstruct(
        BigInteger residue, BigInteger modulus, out BigInteger numerator, out BigInteger denominator)
    {
        var bits = (int)modulus.GetBitLength();
        var whole = residue > modulus >> 1 ? residue - modulus : residue;
        (numerator, denominator) = (whole, BigInteger.One);
        if (whole.GetBitLength() <= bits * 3 / 4)
        {
            return true;
        }

        var bound = BigInteger.One << ((bits / 2) - 1);
        var (previous, current) = (modulus, residue);
        var (previousFactor, factor) = (BigInteger.Zero, BigInteger.One);
        while (current > bound)
        {
            var quotient = previous / current;
            (previous, current) = (current, previous - (quotient * current));
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        (numerator, denominator) = factor.Sign < 0 ? (-current, -factor) : (current, factor);
        return !denominator.IsZero && denominator <= bound && BigInteger.GreatestCommonDivisor(numerator, denominator).IsOne;
    }
}
