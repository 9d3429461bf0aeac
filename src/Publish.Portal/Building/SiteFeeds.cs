using System.Globalization;
using Publish.Metadata;
using Publish.Portal.Feeds;
using Publish.Portal.Published;
using Publish.Portal.Writing;

namespace Publish.Portal.Building;

/// <summary>
/// Writes the feeds of all versions: the newest, and an archive a month for everything before. An archive changes no more
/// once its month is over, but for versions that are withdrawn.
/// </summary>
internal sealed class SiteFeeds(PublishedReader reader, SiteWriter writer, SiteSettings settings)
{
    /// <summary>The entries of the newest feed.</summary>
    public const int Newest = 100;

    /// <summary>Writes the feeds, the archives first.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public async Task WriteAsync(IReadOnlyList<DatasetSummary> datasets, CancellationToken cancellation)
    {
        var byMonth = datasets
            .SelectMany(dataset => dataset.Moments.Select(moment => (Month: MonthOf(moment), Dataset: dataset)))
            .GroupBy(pair => pair.Month, pair => pair.Dataset, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        string? before = null;
        foreach (var month in byMonth)
        {
            var entries = await EntriesAsync(month.Distinct(), month.Key, cancellation).ConfigureAwait(false);
            await WriteAsync($"feeds/{month.Key}", entries, before, isArchive: true, cancellation).ConfigureAwait(false);
            before = settings.AddressOf($"feeds/{month.Key}");
        }

        var newest = datasets.SelectMany(dataset => dataset.Moments.Select(moment => (Moment: moment, Dataset: dataset)))
            .OrderByDescending(pair => pair.Moment)
            .Take(Newest)
            .Select(pair => pair.Dataset)
            .Distinct();
        var latest = await EntriesAsync(newest, null, cancellation).ConfigureAwait(false);
        await WriteAsync("feed", [.. latest.Take(Newest)], before, isArchive: false, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(IEnumerable<DatasetSummary> datasets, string? month, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        foreach (var dataset in datasets)
        {
            var view = await reader.ReadAsync(dataset.Agency, dataset.Dataset, (_, entry) => month is null || MonthOf(entry.Updated) == month, cancellation).ConfigureAwait(false);
            entries.AddRange(view is null ? [] : FeedEntries.Of(view, dataset.Title, dataset.Publisher, settings).Where(entry => month is null || MonthOf(entry.Updated) == month));
        }

        return [.. FeedEntry.NewestFirst(entries)];
    }

    private async Task WriteAsync(
        string path, IReadOnlyList<FeedEntry> entries, string? before, bool isArchive, CancellationToken cancellation)
    {
        var feed = new Feed(
            VersionIdentifier.Of("feed"),
            settings.Title,
            settings.AddressOf(SitePaths.Home),
            settings.Publisher,
            settings.AddressOf(path),
            entries)
        {
            Before = before,
            Current = isArchive ? settings.AddressOf("feed") : null,
        };
        await writer.WriteAsync(path + AtomFeed.Extension, AtomFeed.Write(feed), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(path + JsonFeed.Extension, JsonFeed.Write(feed, settings.Language), cancellation).ConfigureAwait(false);
    }

    private static string MonthOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
