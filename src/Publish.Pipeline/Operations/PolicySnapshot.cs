using Publish.Pipeline.Ledger;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// The policy of an upload, as it was when its work began: kept with the upload until that is settled, so that a policy
/// swapped meanwhile changes nothing, however often the work is taken up again.
/// </summary>
internal static class PolicySnapshot
{
    /// <summary>Writes the policy and the files it names into a folder.</summary>
    /// <param name="place">Private storage.</param>
    /// <param name="record">The upload.</param>
    /// <param name="folder">A private temporary folder; made where it is missing.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The path of the policy there, where nothing is if there is no policy.</returns>
    public static async Task<string> WriteAsync(
        IPrivatePlace place, UploadRecord record, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, record.Dataset + ".yaml");
        foreach (var (name, content) in await TakeAsync(place, record, cancellation).ConfigureAwait(false))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellation).ConfigureAwait(false);
        }

        return path;
    }

    /// <summary>Forgets the snapshot of an upload.</summary>
    /// <param name="place">Private storage.</param>
    /// <param name="key">The upload's record.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when it is gone.</returns>
    public static Task RemoveAsync(IPrivatePlace place, string key, CancellationToken cancellation) =>
        place.TryDeleteAsync(NameOf(key), BlobWrite.AnyTag, cancellation);

    private static async Task<Dictionary<string, byte[]>> TakeAsync(
        IPrivatePlace place, UploadRecord record, CancellationToken cancellation)
    {
        var name = NameOf(record.Key);
        var kept = await LedgerJson.ReadAsync<Dictionary<string, byte[]>>(place, name, cancellation).ConfigureAwait(false);
        if (kept is not null)
        {
            return kept;
        }

        var files = await ReadAsync(place, record, cancellation).ConfigureAwait(false);
        await place.TryWriteAsync(name, LedgerJson.Write(files), BlobWrite.New, cancellation).ConfigureAwait(false);

        // Another worker's, where it was first.
        return await LedgerJson.ReadAsync<Dictionary<string, byte[]>>(place, name, cancellation).ConfigureAwait(false) ?? files;
    }

    // Files that a policy names lie beside it, and a name that could lead elsewhere is not followed.
    private static async Task<Dictionary<string, byte[]>> ReadAsync(
        IPrivatePlace place, UploadRecord record, CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var folder = new BlobName($"{Containers.Policies}/{record.Agency}");
        var policyName = record.Dataset + ".yaml";
        if (await place.ReadAsync(folder.Below(policyName), cancellation).ConfigureAwait(false) is not { } policy)
        {
            return files;
        }

        files[policyName] = policy;
        if (PolicyReader.Read(policy, policyName) is { IsRight: true } reading)
        {
            foreach (var file in reading.Policy.Files.Where(file => BlobName.IsName(file) && !file.Contains('/', StringComparison.Ordinal)))
            {
                if (await place.ReadAsync(folder.Below(file), cancellation).ConfigureAwait(false) is { } content)
                {
                    files[file] = content;
                }
            }
        }

        return files;
    }

    private static BlobName NameOf(string key) => new($"{Containers.Staging}/policies/{key}.json");
}
