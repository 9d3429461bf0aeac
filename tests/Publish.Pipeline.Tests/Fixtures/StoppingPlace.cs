using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>A power cut: the n-th call to storage does its work or does not, and the process ends there.</summary>
internal sealed class PowerCut(int call, bool afterwards)
{
    private int _calls;

    public bool HasHappened { get; private set; }

    public async Task<T> OverAsync<T>(Func<Task<T>> work)
    {
        if (++_calls != call)
        {
            return await work().ConfigureAwait(false);
        }

        HasHappened = true;
        if (afterwards)
        {
            await work().ConfigureAwait(false);
        }

        throw new PowerCutException();
    }
}

internal sealed class PowerCutException : IOException;

/// <summary>Storage that a power cut strikes.</summary>
internal sealed class StoppingPlace(FolderPlace inner, PowerCut cut) : IPublicPlace, IPrivatePlace
{
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.OpenReadAsync(name, cancellation));

    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.FindAsync(name, cancellation));

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);

    public Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryWriteAsync(name, content, write, cancellation));

    public Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryDeleteAsync(name, expected, cancellation));

    public Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryCopyAsync(source, target, expected, cancellation));

    public Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryLeaseAsync(name, duration, cancellation));

    public Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation) =>
        cut.OverAsync(() => inner.TryPutFolderAsync(folder, staged, cancellation));
}
