using Publish.Pipeline.Parts;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>Which parts each closed folder holds. A marker that is sent again is another closing.</summary>
/// <param name="place">Private storage.</param>
internal sealed class FolderLedger(IPrivatePlace place)
{
    /// <summary>Closes a folder, unless that is done.</summary>
    /// <param name="marker">The closing marker.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>What the folder held when it was closed first, or <see langword="null"/> where the marker is gone.</returns>
    public async Task<ClosedFolder?> CloseAsync(UploadIdentity marker, CancellationToken cancellation)
    {
        if (await FindAsync(marker, cancellation).ConfigureAwait(false) is { } closed)
        {
            return closed;
        }

        if (await place.FindAsync(marker.Name!.Value, cancellation).ConfigureAwait(false) is not { } stat || stat.Tag != marker.Tag)
        {
            return null;
        }

        var prefix = marker.FolderPath + "/";
        var (parts, late) = (new List<ClosedPart>(), new List<string>());
        await foreach (var entry in place.ListAsync(prefix, cancellation).ConfigureAwait(false))
        {
            var name = entry.Name[prefix.Length..];
            if (PartList.IsPart(name))
            {
                parts.Add(new ClosedPart(name, entry.Tag));

                // By the clock of the place alone, which may tick in seconds.
                if (entry.LastModified > stat.LastModified)
                {
                    late.Add(name);
                }
            }
        }

        var folder = new ClosedFolder(parts, late);
        await place.TryWriteAsync(NameOf(marker), LedgerJson.Write(folder), BlobWrite.New, cancellation).ConfigureAwait(false);

        // Another worker's, where it was first.
        return await FindAsync(marker, cancellation).ConfigureAwait(false);
    }

    /// <summary>What a folder held when it was closed.</summary>
    /// <param name="marker">The closing marker.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The parts, or <see langword="null"/> where no worker has taken the marker up.</returns>
    public Task<ClosedFolder?> FindAsync(UploadIdentity marker, CancellationToken cancellation) =>
        LedgerJson.ReadAsync<ClosedFolder>(place, NameOf(marker), cancellation);

    private static BlobName NameOf(UploadIdentity marker) =>
        new($"{Containers.Ledger}/folders/{marker.Agency}/{marker.Dataset}/{marker.Edition}/{marker.Key}.json");
}
