namespace Publish.LinearPrograms.Simplex;

/// <summary>Numbers between 0 and 1 that look random and depend on nothing but an index.</summary>
internal static class Scatter
{
    /// <summary>A multiplicative hash (Knuth, <em>The Art of Computer Programming</em> 3, § 6.4).</summary>
    public static double Of(int index) => (((uint)index * 2654435761u) ^ 0x9E3779B9u) * 2654435761u / (double)uint.MaxValue;
}
