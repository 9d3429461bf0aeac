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
internal sealed class SiteFeeds(PublishedReader reader, SiteWriter writer, LastBuild last, SiteSettings settings, SiteTexts texts)
{
    /// <summary>The entries of the newest feed.</summary>
    public const int Newest = 100;

    private const string NewestFeed = "feed";
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
            .SelectMany(dataset => dataset.Versions.Select(version => (Month: MonthOf(version.Updated), Dataset: dataset)).Distinct())
            .GroupBy(pair => pair.Month, pair => pair.Dataset, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        var touched = TouchedBy(changed);
        var isChainSame = byMonth.Select(month => PathOf(month.Key) + AtomFeed.Extension)
            .SequenceEqual(writer.Before.Where(path => path.StartsWith(Archives, StringComparison.Ordinal) && path.EndsWith(AtomFeed.Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await Parallel.ForAsync(0, byMonth.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, async (i, token) =>
        {
            var path = PathOf(byMonth[i].Key);
            if (isChainSame && !touched.Contains(byMonth[i].Key) && writer.TryKeep(path + AtomFeed.Extension, path + JsonFeed.Extension))
            {
                return;
            }

            var wanted = byMonth[i].Select(dataset => (dataset, dataset.Versions.Select(version => version.Updated).Where(moment => MonthOf(moment) == byMonth[i].Key).ToArray()));
            var entries = await EntriesAsync(path, wanted, token).ConfigureAwait(false);
            await WriteAsync(path, entries, i == 0 ? null : PathOf(byMonth[i - 1].Key), isArchive: true, token).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var newest = datasets.SelectMany(dataset => dataset.Versions.Select(version => (Moment: version.Updated, Dataset: dataset)))
            .OrderByDescending(pair => pair.Moment)
            .Take(Newest)
            .GroupBy(pair => pair.Dataset, pair => pair.Moment)
            .Select(group => (group.Key, group.ToArray()));
        var latest = await EntriesAsync(NewestFeed, newest, cancellation).ConfigureAwait(false);
        await WriteAsync(NewestFeed, [.. latest.Take(Newest)], byMonth.Length == 0 ? null : PathOf(byMonth[^1].Key), isArchive: false, cancellation).ConfigureAwait(false);
    }

    // An entry that is among those of before and of now did not change.
    private static HashSet<string> TouchedBy(IEnumerable<DatasetSummary> changed) => changed
        .SelectMany(dataset => dataset.Versions.Select(version => (dataset.Agency, dataset.Dataset, Version: version)))
        .GroupBy(entry => entry)
        .Where(entries => entries.Count() == 1)
        .Select(entries => MonthOf(entries.Key.Version.Updated))
        .ToHashSet(StringComparer.Ordinal);

    private static string PathOf(string month) => Archives + month;

    // What did not change since the last build is taken from the feed it wrote; of the rest the descriptions are read.
    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(
        string path, IEnumerable<(DatasetSummary Dataset, DateTimeOffset[] Moments)> wanted, CancellationToken cancellation)
    {
        var before = JsonFeed.Read(await last.ReadAsync(path + JsonFeed.Extension, cancellation).ConfigureAwait(false))
            .ToLookup(entry => (entry.Subject.Agency, entry.Subject.Dataset));
        var entries = new List<FeedEntry>();
        foreach (var (dataset, moments) in wanted)
        {
            FeedEntry[] kept = last.IsUnchanged(dataset)
                ? [.. before[(dataset.Agency, dataset.Dataset)].Where(entry => moments.Contains(entry.Updated))]
                : [];
            entries.AddRange(kept.Length == dataset.Versions.Count(version => moments.Contains(version.Updated)) ? kept : await ReadAsync(dataset, moments, cancellation).ConfigureAwait(false));
        }

        return [.. FeedEntry.NewestFirst(entries)];
    }

    private async Task<IEnumerable<FeedEntry>> ReadAsync(DatasetSummary dataset, DateTimeOffset[] moments, CancellationToken cancellation)
    {
        var view = await reader.ReadAsync(dataset.Agency, dataset.Dataset, (_, entry) => moments.Contains(entry.Updated), cancellation).ConfigureAwait(false);
        return view is null ? [] : FeedEntries.Of(view, dataset.Title, dataset.Publisher, settings, texts).Where(entry => moments.Contains(entry.Updated));
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
