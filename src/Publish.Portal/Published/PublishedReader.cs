using System.Collections.Concurrent;
using System.Text.Json;
using Publish.Codes;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Portal.Published;

/// <summary>Reads what is published, and nothing else: it only ever asks the place for files below <c>data/</c>.</summary>
/// <param name="place">The audience's place.</param>
/// <param name="language">The site's language: texts that agencies give in it are shown.</param>
internal sealed class PublishedReader(IBlobPlace place, string language)
{
    private const string Root = "data/";

    // Asking an account for a tag is waiting, not work.
    private const int AtOnce = 16;

    // A history is small, and is asked for again for feeds and the catalogue. A build sees one state of it throughout.
    private readonly ConcurrentDictionary<BlobName, DatasetHistory?> _histories = new();

    /// <summary>Finds the datasets.</summary>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Agency, dataset and the tag of the dataset's history, in ordinal order.</returns>
    public async Task<IReadOnlyList<(string Agency, string Dataset, string Tag)>> FindAsync(CancellationToken cancellation)
    {
        var names = new List<(string Agency, string Dataset)>();
        await foreach (var agency in place.ListFoldersAsync(Root, cancellation).ConfigureAwait(false))
        {
            if (!Names.IsName(agency))
            {
                continue;
            }

            await foreach (var dataset in place.ListFoldersAsync($"{Root}{agency}/", cancellation).ConfigureAwait(false))
            {
                if (Names.IsName(dataset))
                {
                    names.Add((agency, dataset));
                }
            }
        }

        var tags = new string?[names.Count];
        await Parallel.ForAsync(0, tags.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, token) =>
            tags[i] = await place.FindTagAsync(HistoryOf(names[i].Agency, names[i].Dataset), token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. names.Zip(tags).Where(pair => pair.Second is not null).Select(pair => (pair.First.Agency, pair.First.Dataset, pair.Second!))];
    }

    /// <summary>Reads a dataset: its history and what describes each version.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The dataset, or <see langword="null"/> where its history has no version.</returns>
    /// <exception cref="CodedException">A file is missing, or is not what it is called.</exception>
    public Task<DatasetView?> ReadAsync(string agency, string dataset, CancellationToken cancellation) =>
        ReadAsync(agency, dataset, (_, _) => true, cancellation);

    /// <summary>Reads a dataset with the description of one version only, the one shown.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The dataset, or <see langword="null"/> where its history has no version.</returns>
    /// <exception cref="CodedException">A file is missing, or is not what it is called.</exception>
    public Task<DatasetView?> ReadCurrentAsync(string agency, string dataset, CancellationToken cancellation) =>
        ReadAsync(agency, dataset, (history, entry) => entry == history.Current, cancellation);

    /// <summary>Reads a dataset with the descriptions of some versions.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="isWanted">Whether a version's description is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The dataset, or <see langword="null"/> where its history has no version.</returns>
    /// <exception cref="CodedException">A file is missing, or is not what it is called.</exception>
    public async Task<DatasetView?> ReadAsync(
        string agency, string dataset, Func<DatasetHistory, HistoryEntry, bool> isWanted, CancellationToken cancellation)
    {
        var name = HistoryOf(agency, dataset);
        if (!_histories.TryGetValue(name, out var history))
        {
            history = _histories[name] = await ReadJsonAsync<DatasetHistory>(name.Value, cancellation).ConfigureAwait(false);
        }

        if (history is null || history.Versions.Count == 0)
        {
            return null;
        }

        var versions = new List<PublishedVersion>(history.Versions.Count);
        foreach (var entry in history.Versions)
        {
            var package = isWanted(history, entry) ? await FindPackageAsync(agency, dataset, entry, cancellation).ConfigureAwait(false) : null;
            versions.Add(new PublishedVersion(entry, package));
        }

        return new DatasetView(agency, dataset, versions, history.About?.In(language));
    }

    /// <summary>Reads the certificate of a version.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="entry">The version.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="CodedException">It is missing, or is none.</exception>
    public async Task<Certificate> CertificateAsync(DatasetView dataset, HistoryEntry entry, CancellationToken cancellation)
    {
        var path = dataset.FilePath(entry, "certificate.json");
        var bytes = await ReadAsync(path, cancellation).ConfigureAwait(false) ?? throw Missing(path);
        try
        {
            return CertificateJson.Read(bytes);
        }
        catch (JsonException)
        {
            throw Unreadable(path);
        }
    }

    /// <summary>Opens a file of a version.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="entry">The version.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A stream the caller disposes of.</returns>
    /// <exception cref="CodedException">It is missing.</exception>
    public async Task<Stream> OpenAsync(DatasetView dataset, HistoryEntry entry, string file, CancellationToken cancellation)
    {
        var path = dataset.FilePath(entry, file);
        return await place.OpenReadAsync(new BlobName(path), cancellation).ConfigureAwait(false) ?? throw Missing(path);
    }

    // A withdrawn version's files may be there still or not; nothing of them is shown.
    private async Task<DataPackage?> FindPackageAsync(string agency, string dataset, HistoryEntry entry, CancellationToken cancellation)
    {
        if (entry.State == VersionState.Withdrawn)
        {
            return null;
        }

        var path = $"{Root}{agency}/{dataset}/{entry.Folder}{DataPackage.FileName}";
        var package = await ReadJsonAsync<DataPackage>(path, cancellation).ConfigureAwait(false) ?? throw Missing(path);
        return package.In(language);
    }

    private async Task<T?> ReadJsonAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        var bytes = await ReadAsync(path, cancellation).ConfigureAwait(false);
        try
        {
            return bytes is null ? null : MetadataJson.Read<T>(bytes);
        }
        catch (JsonException)
        {
            throw Unreadable(path);
        }
    }

    private static BlobName HistoryOf(string agency, string dataset) => new($"{Root}{agency}/{dataset}/{DatasetHistory.FileName}");

    private Task<byte[]?> ReadAsync(string path, CancellationToken cancellation) => place.ReadAsync(new BlobName(path), cancellation);

    private static CodedException Missing(string path) => new(PortalCodes.MissingFile, path);

    private static CodedException Unreadable(string path) => new(PortalCodes.UnreadableFile, path);
}
