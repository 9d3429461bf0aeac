namespace Publish.Metadata.Packages;

/// <summary>A release as pages tell of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>table</c> or <c>records</c>.</param>
/// <param name="Title">The title people read.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record PublishedRelease(string Name, string Kind, string Title, IReadOnlyList<DescribedColumn> Columns)
{
    /// <summary>What it shows, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The chart to draw of it, or <see langword="null"/>.</summary>
    public PublishedChart? Chart { get; init; }
}

/// <summary>A chart of a table's published rows.</summary>
/// <param name="Kind"><c>bar</c> or <c>line</c>.</param>
/// <param name="By">The column whose categories stand along the axis.</param>
/// <param name="Measure">The column that is drawn.</param>
/// <param name="Split">The column of whose categories each is a series, or <see langword="null"/>.</param>
public sealed record PublishedChart(string Kind, string By, string Measure, string? Split = null);
