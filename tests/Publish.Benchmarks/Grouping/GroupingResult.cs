using Publish.Benchmarks.Claims;

namespace Publish.Benchmarks.Grouping;

/// <summary>What one variant of the benchmark measured.</summary>
/// <param name="Variant">Who the respondents are.</param>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Claims">The file.</param>
/// <param name="Agreement">Whether both sides found the same.</param>
/// <param name="Publish"><c>publish run</c>.</param>
/// <param name="Duck">DuckDB with its default memory limit; the bound is judged against it.</param>
/// <param name="DuckEqual">DuckDB with the memory limit <c>publish run</c> gives it.</param>
internal sealed record GroupingResult(
    ClaimsVariant Variant, long Rows, ClaimsFile Claims, Agreement Agreement, Side Publish, Side Duck, Side DuckEqual)
{
    /// <summary>The most wall time for each second of DuckDB's (issue 2).</summary>
    public const double MostRatio = 2;

    /// <summary>The bytes below which <c>publish run</c> stays resident (issue 2).</summary>
    public const long MostRss = 1_000_000_000;

    /// <summary>The rows from which both bounds hold (issue 2).</summary>
    public const long JudgedRows = 10_000_000;

    /// <summary>The sides in the order they ran.</summary>
    public IReadOnlyList<Side> Sides => [Publish, Duck, DuckEqual];

    /// <summary>Publish's wall time over another side's, pair by pair.</summary>
    /// <param name="other">The other side.</param>
    public IReadOnlyList<double> Ratios(Side other) =>
        [.. Publish.Measurements.Zip(other.Measurements, (one, two) => one.Wall / two.Wall)];

    /// <summary>The most bytes <c>publish run</c> had resident in any run.</summary>
    public long PeakRss => Publish.Measurements.Max(run => run.PeakRss);
}
