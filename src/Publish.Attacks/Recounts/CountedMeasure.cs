namespace Publish.Attacks.Recounts;

/// <summary>A measure in an independent count of the upload: one number a counted row, to be added up.</summary>
/// <param name="Name">The published measure this counts.</param>
/// <param name="Sums">Exact sums in units of 10^−<paramref name="Scale"/>.</param>
/// <param name="Scale">Decimals of the sums.</param>
/// <param name="Divisors">
/// For means and other quotients: what the sum is divided by, one number a counted row; a cell whose divisors do not add
/// up to more than 0 publishes none. <see langword="null"/> for counts and sums.
/// </param>
public sealed record CountedMeasure(string Name, IReadOnlyList<Int128> Sums, int Scale = 0, IReadOnlyList<Int128>? Divisors = null)
{
    /// <summary>
    /// For counts of respondents that tell who is in one counted row only: how many others each row has, who are in other
    /// rows too and stay whatever else changes. <see langword="null"/> (the default) for none.
    /// </summary>
    public IReadOnlyList<Int128>? Staying { get; init; }
}
