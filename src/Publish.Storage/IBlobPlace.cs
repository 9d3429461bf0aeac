namespace Publish.Storage;

/// <summary>A place that keeps blobs under names. Every write is whole or does not happen: no reader meets a part of a blob.</summary>
public interface IBlobPlace
{
    /// <summary>Opens a blob for reading, or gives <see langword="null"/> when there is none.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A stream the caller disposes of.</returns>
    Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation);

    /// <summary>The blob's entity tag, or <see langword="null"/> when there is none.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>An opaque tag that changes with the content.</returns>
    Task<string?> FindTagAsync(BlobName name, CancellationToken cancellation);

    /// <summary>Writes a small blob if what is there is what the caller last saw.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="expected">
    /// The tag that must be there: <see langword="null"/> when there must be no blob yet, <see cref="AnyTag"/> for no condition.
    /// </param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see langword="true"/> when written; <see langword="false"/> when something else was there.</returns>
    Task<bool> TryWriteAsync(BlobName name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation);

    /// <summary>The expectation that is always met.</summary>
    const string AnyTag = "*";
}
