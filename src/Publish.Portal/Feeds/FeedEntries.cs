using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Portal.Published;
using Publish.Portal.Texts;

namespace Publish.Portal.Feeds;

/// <summary>Makes the entries of a dataset's versions.</summary>
internal static class FeedEntries
{
    /// <summary>Makes the entries.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="title">The dataset's title.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="settings">The site.</param>
    /// <param name="texts">The site's texts.</param>
    /// <returns>One entry a version, newest first.</returns>
    public static IReadOnlyList<FeedEntry> Of(DatasetView dataset, string title, string publisher, SiteSettings settings, SiteTexts texts) =>
        [.. FeedEntry.NewestFirst(dataset.Versions.Select(version => Of(dataset, version, title, publisher, settings, texts)))];

    private static FeedEntry Of(
        DatasetView dataset, PublishedVersion version, string title, string publisher, SiteSettings settings, SiteTexts texts)
    {
        var entry = version.Entry;
        return new FeedEntry(
            VersionIdentifier.Of(settings.Audience, dataset.Agency, dataset.Dataset, entry.Edition, entry.Version),
            $"{title}, {entry.Edition} ({entry.Version})",
            Summary(entry, texts),
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
            Subject = new FeedSubject(dataset.Agency, dataset.Dataset, entry.Edition, entry.Version, entry.State)
            {
                Next = version == dataset.Current ? NextRelease.After(version.Package!.Publish, entry.Published) : null,
            },
        };
    }

    private static string Summary(HistoryEntry entry, SiteTexts texts)
    {
        var happened = entry.State == VersionState.Withdrawn ? texts["feed.withdrawn", entry.Edition, entry.Version]
            : entry.Supersedes is { } before ? texts["feed.replaces", entry.Edition, entry.Version, before]
            : texts["feed.published", entry.Edition];
        return (entry.WithdrawalReason ?? entry.Reason) is { } reason ? texts["feed.reason", happened, reason] : happened;
    }
}
