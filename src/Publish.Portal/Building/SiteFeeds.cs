using System.Globalization;
using Publish.Metadata;
using Publish.Portal.Feeds;
using Publish.Portal.Published;
using Publish.Portal.Texts;
using Publish.Portal.Writing;

namespace Publish.Portal.Building;

/// <summary>
/// Writes the feeds of all versions: the newest, and an archive a month for everything before. An archive changes no more
/// once its month is over, but for versions that are withdrawn.
/// </summary>
internal sealed class SiteFeeds(PublishedReader reader, SiteWriter writer, SiteSettings settings, SiteTexts texts)
{
    /// <summary>The entries of the newest feed.</summary>
    public const int Newest = 100;

    private const string Archives = "feeds/";

    /// <summary>Writes the feeds, the archives first: the earliest leads, since each links to the one before it.</summary>
    /// <param name="datasets">The datasets.</param>
    /// <param name="changed">Those to which something happened since the last build, as they were then and as they are now.</param>
    /// <param name="threads">Archives worked on at a time.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when they are written.</returns>
    public async Task WriteAsync(
        IReadOnlyList<DatasetSummary> datasets, IEnumerable<DatasetSummary> changed, int threads, CancellationToken cancellation)
    {
        var byMonth = datasets
            .SelectMany(dataset => dataset.Moments.Select(moment => (Month: MonthOf(moment), Dataset: dataset)).Distinct())
            .GroupBy(pair => pair.Month, pair => pair.Dataset, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        var touched = changed.SelectMany(dataset => dataset.Moments).Select(MonthOf).ToHashSet(StringComparer.Ordinal);
        var isChainSame = byMonth.Select(month => PathOf(month.Key) + AtomFeed.Extension)
            .SequenceEqual(writer.Before.Where(path => path.StartsWith(Archives, StringComparison.Ordinal) && path.EndsWith(AtomFeed.Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await Parallel.ForAsync(0, byMonth.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, async (i, token) =>
        {
            var path = PathOf(byMonth[i].Key);
            if (isChainSame && !touched.Contains(byMonth[i].Key) && writer.TryKeep(path + AtomFeed.Extension, path + JsonFeed.Extension))
            {
                return;
            }

            var entries = await EntriesAsync(byMonth[i], byMonth[i].Key, token).ConfigureAwait(false);
            await WriteAsync(path, entries, i == 0 ? null : PathOf(byMonth[i - 1].Key), isArchive: true, token).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var newest = datasets.SelectMany(dataset => dataset.Moments.Select(moment => (Moment: moment, Dataset: dataset)))
            .OrderByDescending(pair => pair.Moment)
            .Take(Newest)
            .Select(pair => pair.Dataset)
            .Distinct();
        var latest = await EntriesAsync(newest, null, cancellation).ConfigureAwait(false);
        await WriteAsync("feed", [.. latest.Take(Newest)], byMonth.Length == 0 ? null : PathOf(byMonth[^1].Key), isArchive: false, cancellation).ConfigureAwait(false);
    }

    private static string PathOf(string month) => Archives + month;

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(IEnumerable<DatasetSummary> datasets, string? month, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        foreach (var dataset in datasets)
        {
            var view = await reader.ReadAsync(dataset.Agency, dataset.Dataset, (_, entry) => month is null || MonthOf(entry.Updated) == month, cancellation).ConfigureAwait(false);
            entries.AddRange(view is null ? [] : FeedEntries.Of(view, dataset.Title, dataset.Publisher, settings, texts).Where(entry => month is null || MonthOf(entry.Updated) == month));
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
            Before = before is null ? null : settings.AddressOf(before),
            Current = isArchive ? settings.AddressOf("feed") : null,
        };
        await writer.WriteAsync(path + AtomFeed.Extension, AtomFeed.Write(feed), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(path + JsonFeed.Extension, JsonFeed.Write(feed, settings.Language), cancellation).ConfigureAwait(false);
    }

    private static string MonthOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
