using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// Keeps audited versions in private staging while they wait for a person or a time. What is taken from it is checked
/// against the digests of what was audited.
/// </summary>
internal sealed class WaitingShelf(IPrivatePlace place)
{
    private const string Manifest = "version.json";
    private const string Folder = Containers.Staging + "/waiting/";

    /// <summary>Keeps a version: its files, then what says that they are whole.</summary>
    /// <param name="entry">The upload's place in the ledger.</param>
    /// <param name="version">The version.</param>
    /// <param name="waiting">What it waits for.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the version is kept.</returns>
    public async Task PutAsync(LedgerEntry entry, ReadyVersion version, WaitingFacts waiting, CancellationToken cancellation)
    {
        foreach (var (audience, staged) in version.Audiences)
        {
            foreach (var file in staged.Files)
            {
                var content = File.OpenRead(Path.Combine(staged.Path, file.Name));
                await using (content.ConfigureAwait(false))
                {
                    await place.TryWriteAsync(NameOf(entry.Key, audience, file.Name), content, BlobWrite.Any, cancellation).ConfigureAwait(false);
                }
            }
        }

        var manifest = new WaitingVersion(
            version.Agency,
            version.Dataset,
            version.Edition,
            version.Record,
            version.Levels,
            version.Audiences.ToDictionary(a => a.Key, a => a.Value.Files, StringComparer.Ordinal),
            waiting,
            entry.ReceiptId,
            entry.Upload,
            entry.Uploader);
        await place.TryWriteAsync(ManifestOf(entry.Key), LedgerJson.Write(manifest), BlobWrite.Any, cancellation).ConfigureAwait(false);
    }

    /// <summary>Lists the versions that wait.</summary>
    /// <param name="cancellation">Stops the listing.</param>
    /// <returns>The keys of their uploads' records.</returns>
    public async IAsyncEnumerable<string> KeysAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in place.ListAsync(Folder, cancellation).ConfigureAwait(false))
        {
            if (entry.Name.EndsWith("/" + Manifest, StringComparison.Ordinal))
            {
                yield return entry.Name[Folder.Length..^(Manifest.Length + 1)];
            }
        }
    }

    /// <summary>What is kept of a version beside its files.</summary>
    /// <param name="key">The upload's record.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>It, or <see langword="null"/> when there is none.</returns>
    public Task<WaitingVersion?> FindAsync(string key, CancellationToken cancellation) =>
        LedgerJson.ReadAsync<WaitingVersion>(place, ManifestOf(key), cancellation);

    /// <summary>Takes a version to publish it.</summary>
    /// <param name="key">The upload's record.</param>
    /// <param name="folder">A private temporary folder, for the files.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The version, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="StopException">A file is not what was audited.</exception>
    public async Task<ReadyVersion?> TakeAsync(string key, string folder, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation).ConfigureAwait(false) is not { } manifest)
        {
            return null;
        }

        var audiences = new Dictionary<string, StagedVersion>(StringComparer.Ordinal);
        foreach (var (audience, files) in manifest.Audiences)
        {
            var path = Directory.CreateDirectory(Path.Combine(folder, audience)).FullName;
            foreach (var file in files)
            {
                await FetchAsync(NameOf(key, audience, file.Name), Path.Combine(path, file.Name), file, cancellation).ConfigureAwait(false);
            }

            var dataset = new BlobName($"{Containers.Published}/{manifest.Agency}/{manifest.Dataset}");
            audiences.Add(audience, new StagedVersion(dataset, manifest.Edition, manifest.Record.Version, path, files));
        }

        return new ReadyVersion(manifest.Agency, manifest.Dataset, manifest.Record, manifest.Levels, audiences);
    }

    /// <summary>Takes a version away, the manifest first.</summary>
    /// <param name="key">The upload's record.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when nothing of it is kept.</returns>
    public async Task RemoveAsync(string key, CancellationToken cancellation)
    {
        await place.TryDeleteAsync(ManifestOf(key), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
        await foreach (var entry in place.ListAsync(FolderOf(key), cancellation).ConfigureAwait(false))
        {
            await place.TryDeleteAsync(new BlobName(entry.Name), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(BlobName name, string path, PublishedFile audited, CancellationToken cancellation)
    {
        var content = await place.OpenReadAsync(name, cancellation).ConfigureAwait(false)
            ?? throw new StopException(Verdict.Held, ReleaseCodes.WaitingVersionDiffers, audited.Name);
        await using (content.ConfigureAwait(false))
        {
            var file = File.Create(path);
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
                file.Position = 0;
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
                if (digest != audited.Sha256)
                {
                    throw new StopException(Verdict.Held, ReleaseCodes.WaitingVersionDiffers, audited.Name);
                }
            }
        }
    }

    private static string FolderOf(string key) => $"{Folder}{key}/";

    private static BlobName ManifestOf(string key) => new(FolderOf(key) + Manifest);

    private static BlobName NameOf(string key, string audience, string file) => new($"{FolderOf(key)}{audience}/{file}");
}
