using Publish.Pipeline.Ledger;
using Publish.Pipeline.Release;
using Publish.Pipeline.Telemetry;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Carries out what was decided, and publishes versions that wait, when their time has come: those that need no approval or
/// have it; then the sites are built again. A version that awaits approval, or was held, is left as it is.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class Scheduled(OperationContext context)
{
    /// <summary>Publishes what is due.</summary>
    /// <param name="cancellation">Stops the work between versions.</param>
    /// <returns>How many versions were published.</returns>
    public Task<int> RunAsync(CancellationToken cancellation) => OperationTelemetry.WatchAsync(
        context, nameof(Scheduled), () => PublishAsync(cancellation), (line, published) => line.With("published", published));

    private async Task<int> PublishAsync(CancellationToken cancellation)
    {
        await new Withdrawal(context).BeginAsync(cancellation).ConfigureAwait(false);
        var ledger = new UploadLedger(context.Private);
        var shelf = new WaitingShelf(context.Private);
        var published = 0;
        await foreach (var key in shelf.KeysAsync(cancellation).ConfigureAwait(false))
        {
            if (await shelf.FindAsync(key, cancellation).ConfigureAwait(false) is not { } version
                || await ledger.FindAsync(version.Agency, version.Dataset, version.Edition, key, cancellation).ConfigureAwait(false) is not { } seen)
            {
                continue;
            }

            if (seen.Record.State is UploadState.Embargoed or UploadState.Rejected)
            {
                var record = await new EndOfWaiting(context).ReachAsync(seen, cancellation).ConfigureAwait(false);
                published += record.State == UploadState.Published ? 1 : 0;
            }
            else if (seen.Record.State is UploadState.Published or UploadState.Held or UploadState.Withdrawn)
            {
                // A worker died between settling it and putting it away.
                await shelf.RemoveAsync(key, cancellation).ConfigureAwait(false);
            }
        }

        if (published > 0)
        {
            await context.RebuildSitesAsync(nameof(Scheduled), cancellation).ConfigureAwait(false);
        }

        return published;
    }
}
