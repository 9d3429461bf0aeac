namespace Publish.Storage;

/// <summary>
/// A place that keeps blobs under names. Every write is whole or does not happen: no reader meets a part of a blob.
/// </summary>
/// <remarks>
/// Contents go in and out as streams. A call that fails for a reason of the place's own (it cannot be reached, it refuses,
/// it is full) throws <see cref="StorageException"/> or another <see cref="IOException"/>; what was asked may then have
/// been done or not, as after a power cut, so every caller can repeat what it does.
/// </remarks>
public interface IBlobPlace
{
    /// <summary>Opens a blob for reading, or gives <see langword="null"/> when there is none.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>
    /// A stream the caller disposes of, with a length. It gives the content as it was when it was opened, or fails with
    /// <see cref="BlobChangedException"/> where that has been replaced meanwhile.
    /// </returns>
    Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation);

    /// <summary>Looks a blob up.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is known of it, or <see langword="null"/> when there is none.</returns>
    Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation);

    /// <summary>Lists the blobs whose names begin with a text.</summary>
    /// <param name="prefix">How names begin; it ends with <c>/</c>.</param>
    /// <param name="cancellation">Stops the listing.</param>
    /// <returns>The blobs in the ordinal order of their names. What is written or deleted meanwhile is there or not.</returns>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>Lists the folders directly below a text: the next segments of the names that go on after them.</summary>
    /// <param name="prefix">How names begin; it ends with <c>/</c> and names a folder of a container.</param>
    /// <param name="cancellation">Stops the listing.</param>
    /// <returns>The segments, each once; nothing has checked them.</returns>
    async IAsyncEnumerable<string> ListFoldersAsync(
        string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? last = null;
        await foreach (var entry in ListAsync(prefix, cancellation).ConfigureAwait(false))
        {
            var rest = entry.Name[prefix.Length..];
            var end = rest.IndexOf('/', StringComparison.Ordinal);
            if (end > 0 && rest[..end] != last)
            {
                last = rest[..end];
                yield return last;
            }
        }
    }

    /// <summary>Writes a blob if what is there is what the caller last saw.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="content">The whole content, read once from where it stands.</param>
    /// <param name="write">The condition, and what is noted beside the content.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see langword="true"/> when written; <see langword="false"/> when something else was there.</returns>
    Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation);

    /// <summary>Deletes a blob if it is what the caller last saw.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="expected">The tag that must be there, or <see cref="BlobWrite.AnyTag"/>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see langword="true"/> when there is no blob now; <see langword="false"/> when another is there.</returns>
    Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation);

    /// <summary>Copies a blob to another name of the place, with what is noted beside it, without passing through here.</summary>
    /// <param name="source">The blob to copy.</param>
    /// <param name="target">The name of the copy.</param>
    /// <param name="expected">As <see cref="BlobWrite.Expected"/>, of the target.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>
    /// <see langword="true"/> when copied; <see langword="false"/> when the source is missing or something else is at the
    /// target.
    /// </returns>
    Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation);

    /// <summary>Takes a turn at a name. It keeps nobody from reading or writing a blob of that name.</summary>
    /// <param name="name">A name that holders agree on, of no other use.</param>
    /// <param name="duration">How long the turn lasts unless it is renewed, 15 to 60 seconds; it ends with its process at the latest.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The turn, or <see langword="null"/> when it is another's.</returns>
    Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation);
}
