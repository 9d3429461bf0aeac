using Publish.Metadata.Histories;
using Publish.Metadata.Packages;

namespace Publish.Portal.Published;

/// <summary>A dataset as its published files show it.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Versions">Its versions, newest first; at least one.</param>
public sealed record DatasetView(string Agency, string Dataset, IReadOnlyList<PublishedVersion> Versions)
{
    /// <summary>The version shown; <see langword="null"/> when all are withdrawn.</summary>
    public PublishedVersion? Current { get; } =
        new DatasetHistory(Agency, Dataset, [.. Versions.Select(version => version.Entry)]).Current is { } current
            ? Versions.FirstOrDefault(version => version.Entry == current && version.Package is not null)
            : null;

    /// <summary>The newest data package that is left.</summary>
    public DataPackage? Package => Current?.Package ?? Versions.FirstOrDefault(version => version.Package is not null)?.Package;

    /// <summary>The title; where no package is left, the name.</summary>
    public string Title => Package?.Title ?? Dataset;

    /// <summary>The language of its title and description.</summary>
    public string Language => Package?.Language ?? "en";

    /// <summary>When something last happened to it.</summary>
    public DateTimeOffset Updated { get; } = Versions.Max(version => version.Entry.Updated);

    /// <summary>When its first version was published.</summary>
    public DateTimeOffset Issued { get; } = Versions.Min(version => version.Entry.Published);

    /// <summary>The path of its page.</summary>
    public string PagePath => SitePaths.Dataset(Agency, Dataset);

    /// <summary>The path of a file of a version.</summary>
    /// <param name="entry">The version.</param>
    /// <param name="file">The file's name.</param>
    /// <returns>A path beginning with <c>data/</c>.</returns>
    public string FilePath(HistoryEntry entry, string file = "") => $"data/{Agency}/{Dataset}/{entry.Folder}{file}";
}
