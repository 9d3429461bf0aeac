using Publish.Storage;

namespace Publish.Hosting.Tests;

/// <summary>A place that cannot find one blob out.</summary>
internal sealed class FailingPlace(FolderPlace inner, BlobName broken) : IPrivatePlace
{
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) => inner.OpenReadAsync(name, cancellation);

    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) => name == broken
        ? throw new StorageException(StorageCodes.Unavailable, 503)
        : inner.FindAsync(name, cancellation);

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);

    public Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation) =>
        inner.TryWriteAsync(name, content, write, cancellation);

    public Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
        inner.TryDeleteAsync(name, expected, cancellation);

    public Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation) =>
        inner.TryCopyAsync(source, target, expected, cancellation);

    public Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
        inner.TryLeaseAsync(name, duration, cancellation);
}
