namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// What every pattern that is safe fulfils: of some cells so much must be suppressed that their coefficients add up to 1.
/// </summary>
/// <param name="Cells">The cells, none twice.</param>
/// <param name="Coefficients">Their coefficients, above 0 and at most 1.</param>
/// <param name="Of">
/// A candidate that asks for this only as far as it is suppressed itself, because it would be worked out otherwise; −1 for
/// none.
/// </param>
internal sealed record CoverCut(int[] Cells, double[] Coefficients, int Of = -1)
{
    /// <summary>How far suppression stays below what the cut asks for; 0 or less where it is fulfilled.</summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    public double Violation(double[] suppressed)
    {
        var left = Of < 0 ? 1 : suppressed[Of];
        for (var entry = 0; entry < Cells.Length; entry++)
        {
            left -= Coefficients[entry] * suppressed[Cells[entry]];
        }

        return left;
    }
}
