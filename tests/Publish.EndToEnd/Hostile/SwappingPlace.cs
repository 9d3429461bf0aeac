using Publish.Storage;

namespace Publish.EndToEnd.Hostile;

/// <summary>Private storage in which something is swapped once an upload is opened for the first time.</summary>
internal sealed class SwappingPlace(IPrivatePlace inner, string upload, Func<Task> swap) : IPrivatePlace
{
    public bool IsDone { get; private set; }

    public async Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation)
    {
        var stream = await inner.OpenReadAsync(name, cancellation).ConfigureAwait(false);
        if (!IsDone && name.Value == upload)
        {
            IsDone = true;
            await swap().ConfigureAwait(false);
        }

        return stream;
    }

    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) => inner.FindAsync(name, cancellation);

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
