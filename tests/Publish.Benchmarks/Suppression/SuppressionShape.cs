namespace Publish.Benchmarks.Suppression;

/// <summary>A made-up table to protect.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Dimensions">The categories of each level of each dimension, fine to coarse, without the total.</param>
/// <param name="Mean">The mean count of a finest cell; counts are skewed, and each is at least 1.</param>
/// <param name="PrimaryShare">
/// The share of all cells that are primary, scattered over the finest ones; <see langword="null"/> where small counts come
/// about by themselves.
/// </param>
/// <param name="MostSeconds">The bound on protection's wall time, if there is one (issue 3).</param>
internal sealed record SuppressionShape(
    string Name, int[][] Dimensions, double Mean, double? PrimaryShare, double? MostSeconds)
{
    /// <summary>t: the smallest count that is published.</summary>
    public const int Threshold = 3;

    /// <summary>The bytes below which the whole process stays resident (issue 3).</summary>
    public const long MostRss = 2_000_000_000;

    /// <summary>From which all tables are drawn.</summary>
    public const ulong Seed = 20_261_125;

    /// <summary>All shapes, small ones first.</summary>
    public static IReadOnlyList<SuppressionShape> All { get; } =
    [
        new("frequency-26k", [[600, 60, 7], [10, 2], [2]], 60, null, 1),
        new("frequency-86k", [[2000, 200, 20], [10, 2], [2]], 60, null, 4),
        Scattered("scattered-21k", 8, 3, null),
        Scattered("scattered-66k", 12, 3, null),
        Scattered("scattered-194k", 16, 4, null),
        Scattered("scattered-391k", 20, 4, null),
        Scattered("scattered-1m", 25, 6, 60),
    ];

    /// <summary>Tables small enough for a search for the cheapest pattern, small ones first.</summary>
    public static IReadOnlyList<SuppressionShape> Searched { get; } =
    [
        new("searched-144", [[12, 3], [8]], 12, null, null),
        new("searched-252", [[10, 3], [5], [2]], 12, null, null),
        new("searched-496", [[24, 6], [12, 3]], 18, null, null),
    ];

    /// <summary>Tables whose rounded counts are proven, small ones first.</summary>
    public static IReadOnlyList<SuppressionShape> Rounded { get; } =
    [
        new("rounded-7k", [[160, 16, 2], [10, 2], [2]], 30, null, null),
        new("rounded-26k", [[600, 60, 7], [10, 2], [2]], 30, null, null),
        new("rounded-86k", [[2000, 200, 20], [10, 2], [2]], 30, null, null),
        new("rounded-345k", [[8000, 800, 80], [10, 2], [2]], 30, null, null),
    ];

    /// <summary>The number of cells, all levels and totals.</summary>
    public long Cells => Dimensions.Aggregate(1L, (cells, levels) => cells * (levels.Sum() + 1));

    /// <summary>The number of finest cells.</summary>
    public long FinestCells => Dimensions.Aggregate(1L, (cells, levels) => cells * levels[0]);

    private static SuppressionShape Scattered(string name, int fine, int coarse, double? mostSeconds) =>
        new(name, [.. Enumerable.Repeat<int[]>([fine, coarse], 4)], 60, 0.1, mostSeconds);
}
