using System.Collections.Concurrent;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Private storage that notes what is opened, and does something when that happens.</summary>
internal sealed class WatchedPlace(FolderPlace inner) : IPrivatePlace
{
    public ConcurrentBag<string> Opened { get; } = [];

    public Func<string, Task> OnOpen { get; init; } = _ => Task.CompletedTask;

    public async Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation)
    {
        Opened.Add(name.Value);
        await OnOpen(name.Value).ConfigureAwait(false);
        return await inner.OpenReadAsync(name, cancellation).ConfigureAwait(false);
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
