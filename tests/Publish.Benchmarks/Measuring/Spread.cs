namespace Publish.Benchmarks.Measuring;

/// <summary>The least, the middle and the greatest of some figures.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Median">The middle; of an even number, the mean of the middle two.</param>
/// <param name="Maximum">The greatest.</param>
internal readonly record struct Spread(double Minimum, double Median, double Maximum)
{
    /// <summary>Of some figures.</summary>
    /// <param name="figures">At least one.</param>
    public static Spread Of(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return new(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1]);
    }
}
