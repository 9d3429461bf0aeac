using System.Text;
using System.Text.Json;
using Publish.Codes;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Policies;
using Publish.Portal.Building;
using Publish.Storage;

namespace Publish.Portal.Verification;

/// <summary>
/// Fetches a whole site with nothing but GET: what its record names, every version its histories name, and in the tree of
/// newest editions each release that a version has under each edition there was. A place cannot be listed so: what stayed in
/// the tree of a release that no version has any more is seen only where the folder itself is checked.
/// </summary>
/// <param name="http">Fetches.</param>
/// <param name="address">The site's address, ending in <c>/</c>.</param>
/// <param name="folder">Where the files are put; a private folder.</param>
public sealed class SiteDownload(HttpClient http, Uri address, string folder)
{
    private const int AtOnce = 8;

    /// <summary>Fetches the site. What is missing is left out: the checks of the folder will find it.</summary>
    /// <param name="cancellation">Stops the download.</param>
    /// <returns>A task that ends when all is fetched.</returns>
    /// <exception cref="CodedException">There is no site at the address.</exception>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        var record = await ReadAsync<BuildRecord>(address, SitePaths.BuildRecord, cancellation).ConfigureAwait(false)
            ?? throw new CodedException(PortalCodes.NoSite, address.AbsoluteUri);
        await EachAsync(address, record.Files.Keys, cancellation).ConfigureAwait(false);
        var data = record.DataAddress ?? address;
        foreach (var dataset in record.Datasets.Where(dataset => Names.IsName(dataset.Agency) && Names.IsName(dataset.Dataset)))
        {
            await FetchDatasetAsync(data, $"data/{dataset.Agency}/{dataset.Dataset}/", cancellation).ConfigureAwait(false);
        }
    }

    // What is withdrawn is asked for too: it should not be there.
    private async Task FetchDatasetAsync(Uri data, string root, CancellationToken cancellation)
    {
        var history = await ReadAsync<DatasetHistory>(data, root + DatasetHistory.FileName, cancellation).ConfigureAwait(false);
        var releases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in history?.Versions ?? [])
        {
            if (await FetchAsync(data, root + entry.Folder + DigestList.FileName, cancellation).ConfigureAwait(false) is { } digests)
            {
                var names = NamesOf(digests).ToArray();
                await EachAsync(data, names.Select(name => root + entry.Folder + name), cancellation).ConfigureAwait(false);
                releases.UnionWith(names.Where(name => Path.GetExtension(name) == ".parquet").Select(name => Path.GetFileNameWithoutExtension(name)));
            }
        }

        var editions = (history?.Versions ?? []).Select(entry => entry.Edition).Distinct(StringComparer.Ordinal).ToArray();
        await EachAsync(data, editions.Select(edition => $"{root}{edition}/").Prepend(root).Select(folder => folder + LatestPointer.FileName), cancellation).ConfigureAwait(false);

        // A place cannot be listed by GET: whatever a version was called may have stayed in the tree under any edition's name.
        await EachAsync(
            data,
            releases.SelectMany(release => editions.Select(edition => $"{root}current/{release}/edition={edition}/{release}.parquet")),
            cancellation).ConfigureAwait(false);
    }

    private static IEnumerable<string> NamesOf(byte[] digests)
    {
        try
        {
            return DigestList.Read(Encoding.UTF8.GetString(digests)).Keys;
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private Task EachAsync(Uri root, IEnumerable<string> paths, CancellationToken cancellation) => Parallel.ForEachAsync(
        paths,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (path, token) => await FetchAsync(root, path, token).ConfigureAwait(false));

    private async Task<T?> ReadAsync<T>(Uri root, string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await FetchAsync(root, path, cancellation).ConfigureAwait(false) is { } bytes ? MetadataJson.Read<T>(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A name is checked before it becomes a path: a site from elsewhere could name anything.
    private async Task<byte[]?> FetchAsync(Uri root, string path, CancellationToken cancellation)
    {
        BlobName name;
        try
        {
            name = new BlobName(path);
        }
        catch (ArgumentException)
        {
            return null;
        }

        using var answer = await http.GetAsync(new Uri(root, name.Value), cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        var content = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        var file = Path.Combine(folder, name.Value);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content, cancellation).ConfigureAwait(false);
        return content;
    }
}
