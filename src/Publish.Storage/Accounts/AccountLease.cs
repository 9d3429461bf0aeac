using Azure.Storage.Blobs.Specialized;

namespace Publish.Storage.Accounts;

/// <summary>A lease of a blob.</summary>
internal sealed class AccountLease(BlobLeaseClient lease) : IBlobLease
{
    /// <inheritdoc />
    public Task<bool> TryRenewAsync(CancellationToken cancellation) =>
        Answers.OfConditionAsync(() => lease.RenewAsync(cancellationToken: cancellation));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await lease.ReleaseAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Answers.IsOfService(e))
        {
            // It ends by itself in less than a minute.
        }
    }
}
