using System.Runtime.CompilerServices;
using Publish.Storage;

namespace Publish.Tests;

/// <summary>
/// A place that hands every call on to another. What derives from it watches or disturbs the calls it cares about:
/// <see cref="OverAsync"/> sees them all, with the name they are about.
/// </summary>
internal abstract class DelegatingPlace(IBlobPlace inner) : IPrivatePlace, IPublicPlace
{
    public virtual Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
        OverAsync(name.Value, () => inner.OpenReadAsync(name, cancellation));

    public virtual Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) =>
        OverAsync(name.Value, () => inner.FindAsync(name, cancellation));

    public virtual async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listing = await OverAsync(prefix, () => Task.FromResult(inner.ListAsync(prefix, cancellation))).ConfigureAwait(false);
        await foreach (var entry in listing.ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    public virtual Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation) =>
        OverAsync(name.Value, () => inner.TryWriteAsync(name, content, write, cancellation));

    public virtual Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
        OverAsync(name.Value, () => inner.TryDeleteAsync(name, expected, cancellation));

    public virtual Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation) =>
        OverAsync(target.Value, () => inner.TryCopyAsync(source, target, expected, cancellation));

    public virtual Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
        OverAsync(name.Value, () => inner.TryLeaseAsync(name, duration, cancellation));

    public virtual Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation) =>
        OverAsync(folder.Value, () => ((IPublicPlace)inner).TryPutFolderAsync(folder, staged, cancellation));

    /// <summary>Does a call.</summary>
    /// <param name="name">The blob's name, or the prefix of a listing.</param>
    /// <param name="call">The call.</param>
    protected virtual Task<T> OverAsync<T>(string name, Func<Task<T>> call) => call();
}
