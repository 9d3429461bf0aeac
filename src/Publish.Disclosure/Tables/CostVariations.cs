namespace Publish.Disclosure.Tables;

/// <summary>
/// Costs made up to half cheaper, by amounts that depend only on the cell's number and the attempt's. The greedy order
/// they give is another one that is almost as sensible; with many ties even the least change matters.
/// </summary>
internal static class CostVariations
{
    private static double[] Strengths { get; } = [0.5, 0.3, 0.1, 0.7];

    /// <summary>The costs of one attempt, from 1.</summary>
    public static double[] Vary(IReadOnlyList<double> costs, int attempt)
    {
        var strength = Strengths[attempt % Strengths.Length];
        var varied = new double[costs.Count];
        for (var cell = 0; cell < varied.Length; cell++)
        {
            varied[cell] = costs[cell] * (1 - strength * Unit(((ulong)attempt << 32) + (ulong)cell));
        }

        return varied;
    }

    /// <summary>A number from 0 to 1 that looks random (the finaliser of SplitMix64; Steele, Lea and Flood 2014).</summary>
    private static double Unit(ulong number)
    {
        var z = unchecked((number + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
