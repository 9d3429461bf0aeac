using Publish.Storage;

namespace Publish.Hosting.Tests;

/// <summary>A place that cannot find one blob out.</summary>
internal sealed class FailingPlace(IBlobPlace inner, BlobName broken) : DelegatingPlace(inner)
{
    public override Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) => name == broken
        ? throw new StorageException(StorageCodes.Unavailable, 503)
        : base.FindAsync(name, cancellation);
}
