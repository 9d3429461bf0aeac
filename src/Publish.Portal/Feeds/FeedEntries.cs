using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Portal.Published;

namespace Publish.Portal.Feeds;

/// <summary>Makes the entries of a dataset's versions.</summary>
internal static class FeedEntries
{
    /// <summary>Makes the entries.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="title">The dataset's title.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="settings">The site.</param>
    /// <returns>One entry a version, newest first.</returns>
    public static IReadOnlyList<FeedEntry> Of(DatasetView dataset, string title, string publisher, SiteSettings settings) =>
        [.. FeedEntry.NewestFirst(dataset.Versions.Select(version => Of(dataset, version, title, publisher, settings)))];

    private static FeedEntry Of(
        DatasetView dataset, PublishedVersion version, string title, string publisher, SiteSettings settings)
    {
        var entry = version.Entry;
        return new FeedEntry(
            VersionIdentifier.Of(dataset.Agency, dataset.Dataset, entry.Edition, entry.Version),
            $"{title}, {entry.Edition} ({entry.Version})",
            Summary(entry),
            entry.Published,
            entry.Updated,
            settings.AddressOf(dataset.PagePath),
            publisher,
            [
                .. version.Package?.Resources.Select(resource => new FeedFile(
                    settings.DataAddressOf(dataset.FilePath(entry, resource.Path)),
                    resource.Path,
                    resource.MediaType,
                    resource.Bytes,
                    resource.Hash["sha256:".Length..])) ?? [],
            ])
        {
            Subject = new FeedSubject(dataset.Agency, dataset.Dataset, entry.Edition, entry.Version, entry.State),
        };
    }

    private static string Summary(HistoryEntry entry)
    {
        var happened = entry.State == VersionState.Withdrawn ? $"Version {entry.Version} of {entry.Edition} was withdrawn."
            : entry.Supersedes is { } before ? $"Version {entry.Version} of {entry.Edition} replaces {before}."
            : $"Edition {entry.Edition} was published.";
        return entry.Reason is { } reason ? $"{happened} Reason: {reason}" : happened;
    }
}
