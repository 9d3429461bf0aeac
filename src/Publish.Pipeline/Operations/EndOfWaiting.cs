using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Release;
using Publish.Pipeline.Telemetry;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Ends the waiting of a version: publishes it, or takes it away because a person rejected it, and completes its receipt. Can be
/// repeated, like every release. The state in the ledger says that it is to be done; whether it may be is in the lines about
/// decisions and in what was kept with the version.
/// </summary>
internal sealed class EndOfWaiting(OperationContext context)
{
    private const string VersionFolder = "version";
    private readonly WaitingShelf _shelf = new(context.Private);
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Ends it, unless the version's time has not come.</summary>
    /// <param name="seen">The upload's record, embargoed or rejected.</param>
    /// <param name="cancellation">Stops the calls between steps.</param>
    /// <returns>
    /// The record afterwards: published, rejected, waiting as before; or held where the edition holds something else by now, or
    /// nobody decided what the ledger says.
    /// </returns>
    public async Task<UploadRecord> ReachAsync(Seen<UploadRecord> seen, CancellationToken cancellation)
    {
        var record = seen.Record;
        if (await _shelf.FindAsync(record.Key, cancellation).ConfigureAwait(false) is not { } version)
        {
            // Another worker has ended it.
            return (await _ledger.FindAsync(record, cancellation).ConfigureAwait(false))?.Record ?? record;
        }

        if (record.State == UploadState.Embargoed && version.Waiting.Due > context.Time.GetUtcNow())
        {
            return record;
        }

        var receipts = new ReceiptShelf(context.Private);
        var receipt = await receipts.FindAsync(record with { Receipt = version.Receipt }, cancellation).ConfigureAwait(false)
            ?? throw new IOException("The receipt of a version that waits is missing.");
        var finished = await FinishAsync(record, version, receipt, cancellation).ConfigureAwait(false);
        await receipts.KeepAsync(finished, cancellation).ConfigureAwait(false);
        var settled = record with { State = StateOf(finished.Verdict), Receipt = version.Receipt };
        if (await _ledger.TryWriteAsync(settled, seen.Tag, cancellation).ConfigureAwait(false) is not null)
        {
            UploadTelemetry.Settled(context, settled, finished);
        }

        await _shelf.RemoveAsync(record.Key, cancellation).ConfigureAwait(false);
        return settled;
    }

    private async Task<Receipt> FinishAsync(UploadRecord record, WaitingVersion version, Receipt receipt, CancellationToken cancellation)
    {
        var log = new DecisionLog(context.Private, version.Agency, version.Dataset);
        var decisions = new WaitingDecisions(version, await log.ReadAsync(cancellation).ToListAsync(cancellation).ConfigureAwait(false));
        try
        {
            if (record.State == UploadState.Rejected && decisions.RejectedBecause is { } reason)
            {
                throw new StopException(Verdict.Rejected, OperationCodes.VersionRejected, "", reason);
            }

            return record.State == UploadState.Embargoed && decisions.AllowRelease
                ? await PublishAsync(record.Key, receipt, cancellation).ConfigureAwait(false)
                : throw new StopException(Verdict.Held, OperationCodes.DecisionMissing);
        }
        catch (EditionMovedException)
        {
            // What waited is as it was audited: tried again, it would fail for ever, and keep those after it from their turn.
            var finding = FindingGroup.Of([new Finding(Release.ReleaseCodes.EditionAlreadyPublished, $"edition {version.Edition}")])[0];
            return receipt with { Verdict = Verdict.Held, Waiting = null, Findings = [ReceiptFinding.Of(finding)] };
        }
        catch (StopException stop)
        {
            return receipt with { Verdict = stop.Verdict, Waiting = null, Findings = [.. stop.Findings.Select(ReceiptFinding.Of)] };
        }
    }

    private async Task<Receipt> PublishAsync(string key, Receipt receipt, CancellationToken cancellation)
    {
        using var workspace = Workspace.Below(context.Settings.TemporaryFolder);
        var version = await _shelf.TakeAsync(key, workspace.Beside(VersionFolder), cancellation).ConfigureAwait(false)
            ?? throw new IOException("Another worker took the version away.");
        var ledger = new DatasetLedger(context.Private, version.Agency, version.Dataset);
        await new VersionRelease(context.PlaceOf, ledger, context.Time).PublishAsync(version, cancellation).ConfigureAwait(false);
        return receipt with { Waiting = null, Published = PublishedFacts.Of(version, before: false) };
    }

    private static UploadState StateOf(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => UploadState.Published,
        Verdict.Rejected => UploadState.Rejected,
        _ => UploadState.Held,
    };
}
