namespace Publish.Storage;

/// <summary>Blobs small enough for memory: records of a ledger, receipts, pointers.</summary>
public static class SmallBlobs
{
    private const int MostReads = 100;

    /// <summary>The blob's entity tag, or <see langword="null"/> when there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>An opaque tag that changes with every write.</returns>
    public static async Task<string?> FindTagAsync(this IBlobPlace place, BlobName name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        return (await place.FindAsync(name, cancellation).ConfigureAwait(false))?.Tag;
    }

    /// <summary>Reads a whole blob. Where it is replaced meanwhile, it is read anew.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its content, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="BlobChangedException">It is replaced all the time.</exception>
    public static async Task<byte[]?> ReadAsync(this IBlobPlace place, BlobName name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(place, name, cancellation).ConfigureAwait(false);
            }
            catch (BlobChangedException) when (attempt < MostReads)
            {
                // A record of a ledger changes often; each of its contents is as good as the next.
            }
        }
    }

    /// <summary>Writes a whole blob if what is there is what the caller last saw.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">The blob's name.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="write">The condition, and what is noted beside the content.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see langword="true"/> when written; <see langword="false"/> when something else was there.</returns>
    public static async Task<bool> TryWriteAsync(
        this IBlobPlace place, BlobName name, byte[] content, BlobWrite write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(place);
        using var stream = new MemoryStream(content, writable: false);
        return await place.TryWriteAsync(name, stream, write, cancellation).ConfigureAwait(false);
    }

    private static async Task<byte[]?> ReadOnceAsync(IBlobPlace place, BlobName name, CancellationToken cancellation)
    {
        var stream = await place.OpenReadAsync(name, cancellation).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            // Not all are as small as their name says: a stream that grows would hold them three times.
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, cancellation).ConfigureAwait(false);
            return content;
        }
    }
}
