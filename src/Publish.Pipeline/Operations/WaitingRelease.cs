using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Release;
using Publish.Pipeline.Telemetry;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Operations;

/// <summary>Publishes a version that waited, and completes its receipt. Can be repeated, like every release.</summary>
internal sealed class WaitingRelease(OperationContext context)
{
    private const string VersionFolder = "version";

    /// <summary>Publishes a version that nothing keeps waiting any longer.</summary>
    /// <param name="seen">The upload's record, embargoed.</param>
    /// <param name="cancellation">Stops the calls between steps.</param>
    /// <returns>The record afterwards: published, or held where the edition holds something else by now.</returns>
    public async Task<UploadRecord> PublishAsync(Seen<UploadRecord> seen, CancellationToken cancellation)
    {
        var record = seen.Record;
        var shelf = new WaitingShelf(context.Private);
        var receipts = new ReceiptShelf(context.Private);
        var receipt = await receipts.FindAsync(record, cancellation).ConfigureAwait(false)
            ?? throw new IOException("The receipt of a version that waits is missing.");
        using var workspace = Workspace.Below(context.Settings.TemporaryFolder);
        Receipt finished;
        try
        {
            var version = await shelf.TakeAsync(record.Key, workspace.Beside(VersionFolder), cancellation).ConfigureAwait(false);
            finished = version is null ? receipt : await PublishAsync(version, receipt, cancellation).ConfigureAwait(false);
        }
        catch (StopException stop)
        {
            finished = receipt with
            {
                Verdict = stop.Verdict,
                Waiting = null,
                Findings = [.. stop.Findings.Select(ReceiptFinding.Of)],
            };
        }

        await receipts.KeepAsync(finished, cancellation).ConfigureAwait(false);
        var settled = record with { State = finished.Verdict == Verdict.Accepted ? UploadState.Published : UploadState.Held };
        if (await new UploadLedger(context.Private).TryWriteAsync(settled, seen.Tag, cancellation).ConfigureAwait(false) is not null)
        {
            UploadTelemetry.Settled(context, settled, finished);
        }

        await shelf.RemoveAsync(record.Key, cancellation).ConfigureAwait(false);
        return settled;
    }

    private async Task<Receipt> PublishAsync(ReadyVersion version, Receipt receipt, CancellationToken cancellation)
    {
        var ledger = new DatasetLedger(context.Private, version.Agency, version.Dataset);
        await new VersionRelease(context.PlaceOf, ledger, context.Time).PublishAsync(version, cancellation).ConfigureAwait(false);
        return receipt with { Waiting = null, Published = PublishedFacts.Of(version, before: false) };
    }
}
