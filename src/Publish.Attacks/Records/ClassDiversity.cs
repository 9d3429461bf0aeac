namespace Publish.Attacks.Records;

/// <summary>The diversity of one sensitive column in one class.</summary>
/// <param name="frequencies">How often each value occurs, all positive, in any order; at least one.</param>
internal sealed class ClassDiversity(long[] frequencies)
{
    // Room for the rounding of logarithms: a class of exactly l equally frequent values keeps entropy l.
    private const double Tolerance = 1e-9;

    private readonly long[] _descending = [.. frequencies.OrderDescending()];

    /// <summary>Number of values.</summary>
    public int Distinct => _descending.Length;

    /// <summary>exp(−Σ p ln p): so many equally frequent values would have the same entropy.</summary>
    public double EffectiveValues
    {
        get
        {
            double total = _descending.Sum();
            return Math.Exp(-_descending.Sum(frequency => frequency / total * Math.Log(frequency / total)));
        }
    }

    /// <summary>Whether the class keeps a promise.</summary>
    public bool Keeps(DiversityPromise promise) =>
        Distinct >= promise.Distinct
        && EffectiveValues >= promise.Entropy * (1 - Tolerance)
        && (promise.Recursive is not { } recursive
            || _descending[0] < recursive.C * _descending.Skip(recursive.L - 1).Sum());
}
