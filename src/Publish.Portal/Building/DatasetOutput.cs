using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Portal.Catalogue;
using Publish.Portal.Feeds;
using Publish.Portal.Published;
using Publish.Portal.Rendering;
using Publish.Portal.Texts;
using Publish.Portal.Writing;

namespace Publish.Portal.Building;

/// <summary>Writes what a dataset has of its own: its pages, its feeds and its catalogue.</summary>
internal sealed class DatasetOutput(
    PublishedReader reader, SiteWriter writer, SiteSettings settings, SiteTexts texts, SiteAssets assets)
{
    private const int LongestDescription = 200;
    private const int MostContents = 60;

    // Enough to tell the entries of one version apart.
    private const int DigestLength = 16;
    private static readonly string[] FileNames = ["index.html", "feed.atom", "feed.json", "catalog.jsonld"];

    /// <summary>Keeps what the last build wrote.</summary>
    /// <param name="dataset">The dataset.</param>
    public void Keep(DatasetSummary dataset)
    {
        foreach (var name in FileNames)
        {
            writer.TryKeep(SitePaths.Dataset(dataset.Agency, dataset.Dataset) + name);
        }

        foreach (var page in dataset.Pages)
        {
            writer.TryKeep(SitePaths.FileOf(page));
        }
    }

    /// <summary>Reads what lists need of a dataset, and writes nothing.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="tag">The tag of its history.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>That, or <see langword="null"/> where nothing was ever published of it.</returns>
    public async Task<DatasetSummary?> SummariseAsync(string agency, string dataset, string tag, CancellationToken cancellation) =>
        await reader.ReadAsync(agency, dataset, cancellation).ConfigureAwait(false) is { } view ? Summary(view, EntriesOf(view), tag) : null;

    /// <summary>Writes a dataset.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="tag">The tag of its history.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What lists need of it, or <see langword="null"/> where nothing was ever published of it.</returns>
    public async Task<DatasetSummary?> WriteAsync(string agency, string dataset, string tag, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(agency, dataset, cancellation).ConfigureAwait(false) is not { } view)
        {
            return null;
        }

        var entries = EntriesOf(view);
        await WriteFeedsAsync(view, entries, cancellation).ConfigureAwait(false);
        await WriteCatalogueAsync(view, cancellation).ConfigureAwait(false);
        await new DatasetPages(reader, writer, settings, texts, assets).WriteAsync(view, cancellation).ConfigureAwait(false);
        return Summary(view, entries, tag);
    }

    private IReadOnlyList<FeedEntry> EntriesOf(DatasetView view) => FeedEntries.Of(view, view.Title, view.Publisher, settings, texts);

    private async Task WriteFeedsAsync(DatasetView view, IReadOnlyList<FeedEntry> entries, CancellationToken cancellation)
    {
        var feed = new Feed(
            Metadata.VersionIdentifier.Of(view.Agency, view.Dataset),
            view.Title,
            settings.AddressOf(view.PagePath),
            view.Publisher,
            settings.AddressOf(view.PagePath + "feed"),
            entries);
        await writer.WriteAsync(view.PagePath + "feed" + AtomFeed.Extension, AtomFeed.Write(feed), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(view.PagePath + "feed" + JsonFeed.Extension, JsonFeed.Write(feed, settings.Language), cancellation).ConfigureAwait(false);
    }

    private async Task WriteCatalogueAsync(DatasetView view, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var path = view.PagePath + SitePaths.Catalogue;
        var catalogue = new DcatCatalogue(settings, texts);
        var described = catalogue.Describe(view, view.Versions.Where(version => version.Entry.State == VersionState.Published));
        await catalogue.WriteAsync(bytes, path, view.Title, Only(described), cancellation).ConfigureAwait(false);
        await writer.WriteAsync(path, bytes.ToArray(), cancellation).ConfigureAwait(false);
    }

    private static DatasetSummary Summary(DatasetView view, IReadOnlyList<FeedEntry> entries, string tag)
    {
        var package = view.Package;
        var description = package?.Description ?? "";
        return new DatasetSummary
        {
            Agency = view.Agency,
            Dataset = view.Dataset,
            Tag = tag,
            Title = view.Title,
            Language = view.Language,
            Description = description.Length <= LongestDescription ? description : description[..LongestDescription].TrimEnd() + "…",
            Publisher = view.Publisher,
            Themes = view.Current?.Package?.Publish.Theme ?? [],
            Keywords = package?.Keywords ?? [],
            Contents = [.. (view.Current?.Package?.Publish.Releases ?? []).SelectMany(ContentsOf).Distinct(StringComparer.Ordinal).Take(MostContents)],
            Editions = [.. view.Versions.Where(version => version.Entry.State == VersionState.Published).Select(version => version.Entry.Edition)],
            Edition = view.Current?.Entry.Edition,
            Updated = view.Updated,
            Versions = [.. entries.Select(entry => new SummarisedVersion(entry.Updated, PageSource.Of(entry)[..DigestLength]))],
            Agreement = package?.Publish.Agreement,
            Pages = DatasetPages.PathsOf(view),
        };
    }

    // Keys tell datasets apart; numbers and the status are in nearly all.
    private static IEnumerable<string> ContentsOf(PublishedRelease release) => release.Columns
        .Where(column => column.Role is "key" or "sensitive")
        .SelectMany(column => new[] { column.Title, column.Name })
        .Prepend(release.Title);

    private static async IAsyncEnumerable<T> Only<T>(T item)
    {
        yield return item;
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
