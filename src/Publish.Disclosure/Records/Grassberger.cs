namespace Publish.Disclosure.Records;

/// <summary>The term G that takes the logarithm's place in Grassberger's estimate of an entropy.</summary>
/// <remarks>
/// P. Grassberger, "Entropy estimates from insufficient samplings", 2003 (arXiv physics/0307138), equations 27 to 31:
/// G₁ = −γ − ln 2, G₂ = 2 − γ − ln 2, G₂ₙ₊₁ = G₂ₙ, G₂ₙ₊₂ = G₂ₙ + 2 / (2n + 1). For even n, G is
/// ψ(n/2 + ½) + ln 2 with ψ the digamma function, whose expansion serves above the table.
/// </remarks>
internal static class Grassberger
{
    private const double EulerMascheroni = 0.57721566490153286;
    private const int Tabulated = 128;
    private static readonly double[] EvenTerms = Tabulate();

    /// <summary>G of a count of at least 1.</summary>
    public static double Term(long count)
    {
        var half = count / 2;
        return half < Tabulated ? EvenTerms[half] : Expansion(half);
    }

    private static double[] Tabulate()
    {
        var terms = new double[Tabulated];
        terms[0] = -EulerMascheroni - Math.Log(2);
        for (var half = 1; half < Tabulated; half++)
        {
            terms[half] = terms[half - 1] + (2d / ((2 * half) - 1));
        }

        return terms;
    }

    // ψ(x + ½) = ln x + 1/(24 x²) − 7/(960 x⁴) + …; from x = 128 on the next term is below 1e-15.
    private static double Expansion(long half)
    {
        var inverseSquare = 1d / half / half;
        return Math.Log(half) + (inverseSquare * ((1d / 24) - (inverseSquare * 7 / 960))) + Math.Log(2);
    }
}
