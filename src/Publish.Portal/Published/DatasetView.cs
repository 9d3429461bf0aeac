using Publish.Metadata.Histories;
using Publish.Metadata.Packages;

namespace Publish.Portal.Published;

/// <summary>A dataset as its published files show it.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Versions">Its versions, newest first; at least one.</param>
/// <param name="About">What its history tells of it where all versions are withdrawn.</param>
public sealed record DatasetView(string Agency, string Dataset, IReadOnlyList<PublishedVersion> Versions, DataPackage? About = null)
{
    private const int MostVersions = 12;
    private const int NewestVersions = 4;
    private const int FewReleases = 3;

    /// <summary>The version shown; <see langword="null"/> when all are withdrawn.</summary>
    public PublishedVersion? Current { get; } =
        new DatasetHistory(Agency, Dataset, [.. Versions.Select(version => version.Entry)]).Current is { } current
            ? Versions.FirstOrDefault(version => version.Entry == current && version.Package is not null)
            : null;

    /// <summary>The newest data package that is left; where none is, what the history kept of the last.</summary>
    public DataPackage? Package => Current?.Package ?? Versions.FirstOrDefault(version => version.Package is not null)?.Package ?? About;

    /// <summary>Who publishes it; where no package is left, the agency's name.</summary>
    public string Publisher => Package?.Publish.Publisher ?? Slug.AgencyOf(Agency);

    /// <summary>The title; where no package is left, the name.</summary>
    public string Title => Package?.Title ?? Slug.WordsOf(Dataset);

    /// <summary>The language of its title and description.</summary>
    public string Language => Package?.Language ?? "en";

    /// <summary>When something last happened to it.</summary>
    public DateTimeOffset Updated { get; } = Versions.Max(version => version.Entry.Updated);

    /// <summary>When its first version was published.</summary>
    public DateTimeOffset Issued { get; } = Versions.Min(version => version.Entry.Published);

    /// <summary>The path of its page.</summary>
    public string PagePath => SitePaths.Dataset(Agency, Dataset);

    /// <summary>The releases that have a page of their own: all, where the version shown has several.</summary>
    public IReadOnlyList<PublishedRelease> ReleasesWithPage =>
        Current?.Package!.Publish.Releases is { Count: > 1 } releases ? releases : [];

    /// <summary>Whether the dataset's page has the files of all releases, and the chart and rows of the first; else it leads to their pages.</summary>
    public bool HasFewReleases => ReleasesWithPage.Count <= FewReleases;

    /// <summary>The versions that the dataset's page lists: all, or the newest where there are many.</summary>
    public IReadOnlyList<PublishedVersion> VersionsOnPage => HasHistoryPages ? [.. Versions.Take(NewestVersions)] : Versions;

    /// <summary>Whether the whole history stands on pages of its own, so that the dataset's page stays small.</summary>
    public bool HasHistoryPages => Versions.Count > (ReleasesWithPage.Count > 0 ? NewestVersions : MostVersions);

    /// <summary>The folder of the first of those pages.</summary>
    public string HistoryPath => PagePath + "history/";

    /// <summary>The folder of a release's page.</summary>
    /// <param name="release">The release.</param>
    /// <returns>A path relative to the site.</returns>
    public string ReleasePath(PublishedRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"{PagePath}releases/{release.Name}/";
    }

    /// <summary>The pages above one that belongs to the dataset.</summary>
    /// <returns>Paths and titles, from the top.</returns>
    public (string Path, string Title)[] ParentsOf() => [(SitePaths.Agency(Agency), Package?.Publish.Creator ?? Slug.AgencyOf(Agency)), (PagePath, Title)];

    /// <summary>The path of a file of a version.</summary>
    /// <param name="entry">The version.</param>
    /// <param name="file">The file's name.</param>
    /// <returns>A path beginning with <c>data/</c>.</returns>
    public string FilePath(HistoryEntry entry, string file = "") => $"data/{Agency}/{Dataset}/{entry.Folder}{file}";
}
