namespace Publish.Disclosure.Tables.Linked;

/// <summary>
/// Tells sets of joint classes apart: the sum of 128 well-mixed bits a class (the finaliser of SplitMix64, Steele, Lea and
/// Flood, OOPSLA 2014, twice). Two different sets have the same with a probability of 2⁻¹²⁸.
/// </summary>
internal static class ClassSetDigest
{
    /// <summary>The digests of all cells of a partition of the classes.</summary>
    /// <param name="cellOf">The cell of each class; −1 for none.</param>
    /// <param name="count">The number of cells.</param>
    public static UInt128[] Of(int[] cellOf, int count)
    {
        var digests = new UInt128[count];
        for (var item = 0; item < cellOf.Length; item++)
        {
            if (cellOf[item] >= 0)
            {
                digests[cellOf[item]] += new UInt128(Mix((ulong)item), Mix(~(ulong)item));
            }
        }

        return digests;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
