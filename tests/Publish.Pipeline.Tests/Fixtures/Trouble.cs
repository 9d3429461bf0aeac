using Publish.Storage;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>
/// Trouble at the n-th call to storage: either that one call fails, before or after it did its work, or the process is
/// dead from then on.
/// </summary>
internal sealed class Trouble(int call, bool afterwards, bool deadly)
{
    private int _calls;

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    public bool HasHappened => _calls >= call;

    public async Task<T> OverAsync<T>(Func<Task<T>> work)
    {
        var number = Interlocked.Increment(ref _calls);
        if (number < call || (number > call && !deadly))
        {
            return await work().ConfigureAwait(false);
        }

        if (number == call && afterwards)
        {
            await work().ConfigureAwait(false);
        }

        throw deadly ? new PowerCutException() : new StorageException(StorageCodes.Unavailable, 503);
    }
}

/// <summary>Storage in trouble.</summary>
internal sealed class TroubledPlace(FolderPlace inner, Trouble trouble) : IPublicPlace, IPrivatePlace
{
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.OpenReadAsync(name, cancellation));

    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.FindAsync(name, cancellation));

    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await trouble.OverAsync(() => Task.FromResult(true)).ConfigureAwait(false);
        await foreach (var entry in inner.ListAsync(prefix, cancellation).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.TryWriteAsync(name, content, write, cancellation));

    public Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.TryDeleteAsync(name, expected, cancellation));

    public Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.TryCopyAsync(source, target, expected, cancellation));

    public Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.TryLeaseAsync(name, duration, cancellation));

    public Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation) =>
        trouble.OverAsync(() => inner.TryPutFolderAsync(folder, staged, cancellation));
}
