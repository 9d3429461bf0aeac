using Publish.Metadata.Packages;

namespace Publish.Portal.Charts;

/// <summary>The numbers of a chart: also the data table beside it.</summary>
/// <param name="Chart">The chart as declared.</param>
/// <param name="Categories">What stands along the axis, in the file's order; none where there is too much for a page.</param>
/// <param name="Series">The series; one without a name where the chart is not split.</param>
public sealed record ChartTable(PublishedChart Chart, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>The most series that are drawn: more cannot be told apart, and are shown as their table.</summary>
    public const int MostSeries = 6;

    /// <summary>Whether there are more numbers than a page has room for; then the page says so, and has none of them.</summary>
    public bool IsTooLarge => Categories.Count == 0;

    /// <summary>Whether it is drawn.</summary>
    public bool IsDrawn => Series.Count is > 0 and <= MostSeries;
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">Its name, or empty.</param>
/// <param name="Points">A point a category.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>A number of a chart, or why there is none.</summary>
/// <param name="Value">The number; <see langword="null"/> where it is withheld or there is no row.</param>
/// <param name="IsWithheld">Whether the row is there and its number withheld. It is never drawn as zero.</param>
public readonly record struct ChartPoint(decimal? Value, bool IsWithheld);
