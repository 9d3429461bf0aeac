using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Publish.Metadata;
using Publish.Portal.Building;
using Publish.Portal.Published;
using Publish.Portal.Rendering;
using Publish.Portal.Texts;
using Publish.Portal.Writing;
using Publish.Storage;

namespace Publish.Portal;

/// <summary>
/// Builds the site of an audience from what is published for it: pages, feeds, catalogue, register. It reads nothing
/// else, so whatever it shows was public before.
/// </summary>
/// <remarks>
/// A reader never follows a link that is not there. Pages that are new come first: no page that a reader can reach links to
/// them yet. Then those that were there are written anew, datasets' pages before what lists them, the home page and the
/// sitemap last. What nothing links to any more is deleted by the build after that, so that who still has an older page may
/// follow its links.
/// </remarks>
/// <param name="place">The audience's place: read below <c>data/</c>, written elsewhere.</param>
/// <param name="settings">The site.</param>
public sealed class SiteBuilder(IPublicPlace place, SiteSettings settings)
{
    private readonly PublishedReader _reader = new(place, settings.Language);
    private readonly SiteAssets _assets = SiteAssets.Read();

    /// <summary>Datasets worked on at a time. Default: the number of processors. The result is the same whatever it is.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>What a site was last built with.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The settings, or <see langword="null"/> where there is no site.</returns>
    public static async Task<SiteSettings?> SettingsOfAsync(IPublicPlace place, CancellationToken cancellation) =>
        (await LastAsync(place, cancellation).ConfigureAwait(false))?.Settings;

    /// <summary>Builds what changed of a site that is there, with the settings of its last build.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="cancellation">Stops the build; what is written stays, and the next build goes on.</param>
    /// <returns>What was done, or <see langword="null"/> where there is no site.</returns>
    /// <exception cref="Codes.CodedException">A published file is missing, or is not what it is called.</exception>
    public static async Task<SiteReport?> RebuildAsync(IPublicPlace place, CancellationToken cancellation) =>
        await SettingsOfAsync(place, cancellation).ConfigureAwait(false) is { } settings
            ? await new SiteBuilder(place, settings).BuildAsync(cancellation).ConfigureAwait(false)
            : null;

    /// <summary>Builds what changed since the last build; all of it where that was made by another version or for other settings.</summary>
    /// <param name="cancellation">Stops the build; what is written stays, and the next build goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="Codes.CodedException">A published file is missing, or is not what it is called.</exception>
    public async Task<SiteReport> BuildAsync(CancellationToken cancellation)
    {
        var maker = Maker();
        var last = await LastAsync(place, cancellation).ConfigureAwait(false);
        var before = last?.Maker == maker ? last : new BuildRecord(maker, [], last?.Files ?? new Dictionary<string, string>());
        var writer = new SiteWriter(place, before);
        foreach (var (name, content) in _assets.Files)
        {
            await writer.WriteAsync(_assets.PathOf(name), content, cancellation).ConfigureAwait(false);
        }

        var found = await _reader.FindAsync(cancellation).ConfigureAwait(false);
        var texts = SiteTexts.Of(settings.Language);
        var output = new DatasetOutput(_reader, writer, settings, texts, _assets);
        var lists = new SiteOutput(_reader, writer, new LastBuild(place, before), settings, texts, _assets);
        var summaries = new DatasetSummary?[found.Count];
        if (found.Count > 0 && writer.IsNew(SitePaths.FileOf(SitePaths.Home)))
        {
            await OpenAsync(before, texts, cancellation).ConfigureAwait(false);
        }

        var changed = Sort(found, before, writer, output, summaries);
        int[] fresh = [.. changed.Where(i => writer.IsNew(PageOf(found[i])))];
        int[] other = [.. changed.Except(fresh)];

        Task EachAsync(int[] places, Func<int, CancellationToken, ValueTask> work) => Parallel.ForEachAsync(
            places, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, work);

        // New pages first: nothing that a reader can reach links there yet.
        await EachAsync(fresh, async (i, token) => summaries[i] = await output.WriteAsync(found[i].Agency, found[i].Dataset, found[i].Tag, token).ConfigureAwait(false)).ConfigureAwait(false);
        await EachAsync(other, async (i, token) => summaries[i] = await output.SummariseAsync(found[i].Agency, found[i].Dataset, found[i].Tag, token).ConfigureAwait(false)).ConfigureAwait(false);
        DatasetSummary[] datasets = [.. summaries.OfType<DatasetSummary>()];
        await lists.WriteNewAsync(datasets, cancellation).ConfigureAwait(false);
        await EachAsync(other, async (i, token) => await output.WriteAsync(found[i].Agency, found[i].Dataset, found[i].Tag, token).ConfigureAwait(false)).ConfigureAwait(false);
        DatasetSummary[] news = [.. before.Datasets.Except(datasets), .. datasets.Except(before.Datasets)];
        await lists.WriteAsync(datasets, news, Threads, cancellation).ConfigureAwait(false);
        var deleted = await writer.SweepAsync(last?.Retired ?? [], cancellation).ConfigureAwait(false);
        await place.TryWriteAsync(
            new BlobName(SitePaths.BuildRecord),
            MetadataJson.Write(new BuildRecord(maker, datasets, new SortedDictionary<string, string>(writer.Files.ToDictionary(), StringComparer.Ordinal), settings.DataAddress) { Retired = writer.Retired, Settings = settings, Sources = new SortedDictionary<string, string>(writer.Sources.ToDictionary(), StringComparer.Ordinal) }),
            BlobWrite.Any,
            cancellation).ConfigureAwait(false);
        return new SiteReport(datasets.Length, changed.Count, writer.Files.Count, writer.Written, deleted);
    }

    // What is there of a dataset leads to the home page: a new site is there without datasets first.
    private async Task OpenAsync(BuildRecord before, SiteTexts texts, CancellationToken cancellation)
    {
        var lists = new SiteOutput(_reader, new SiteWriter(place, before), new LastBuild(place, before), settings, texts, _assets);
        await lists.WriteNewAsync([], cancellation).ConfigureAwait(false);
        await lists.WriteAsync([], [], Threads, cancellation).ConfigureAwait(false);
    }

    // Keeps what did not change, and gives the places of what did.
    private static List<int> Sort(
        IReadOnlyList<(string Agency, string Dataset, string Tag)> found,
        BuildRecord before,
        SiteWriter writer,
        DatasetOutput output,
        DatasetSummary?[] summaries)
    {
        var known = before.Datasets.ToDictionary(dataset => (dataset.Agency, dataset.Dataset));
        var changed = new List<int>();
        for (var i = 0; i < found.Count; i++)
        {
            var (agency, dataset, tag) = found[i];
            if (known.TryGetValue((agency, dataset), out var summary) && summary.Tag == tag && !writer.IsNew(PageOf(found[i])))
            {
                output.Keep(summary);
                summaries[i] = summary;
            }
            else
            {
                changed.Add(i);
            }
        }

        return changed;
    }

    private static string PageOf((string Agency, string Dataset, string Tag) found) =>
        SitePaths.FileOf(SitePaths.Dataset(found.Agency, found.Dataset));

    private static async Task<BuildRecord?> LastAsync(IPublicPlace place, CancellationToken cancellation)
    {
        var bytes = await place.ReadAsync(new BlobName(SitePaths.BuildRecord), cancellation).ConfigureAwait(false);
        try
        {
            return bytes is null ? null : MetadataJson.Read<BuildRecord>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The module's identifier is that of the compiled code: it changes with any change of a page.
    private string Maker()
    {
        var what = $"{typeof(SiteBuilder).Module.ModuleVersionId}\n{_assets.Digest}\n{settings}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
    }
}
