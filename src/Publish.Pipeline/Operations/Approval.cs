using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Release;
using Publish.Pipeline.Telemetry;

namespace Publish.Pipeline.Operations;

/// <summary>A person's word on a version that awaits approval.</summary>
/// <param name="context">What it works with.</param>
public sealed class Approval(OperationContext context)
{
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Approves a version; it is published at once where its time has come.</summary>
    /// <param name="selection">Which.</param>
    /// <param name="signature">Who, other than its uploader, and why.</param>
    /// <param name="cancellation">Stops the calls; the command can be repeated.</param>
    /// <returns>The record afterwards.</returns>
    /// <exception cref="CodedException">There is no such version, or the approver sent it.</exception>
    public async Task<UploadRecord> ApproveAsync(UploadSelection selection, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var seen = await FindAsync(selection, cancellation).ConfigureAwait(false);
        if (seen.Record.Uploader is not { } uploader)
        {
            throw new CodedException(OperationCodes.UploaderUnknown);
        }

        if (string.Equals(uploader.Trim(), signature.By, StringComparison.OrdinalIgnoreCase))
        {
            throw new CodedException(OperationCodes.OwnUpload);
        }

        await context.DecideAsync(seen.Record, DecisionKind.Approve, signature, cancellation).ConfigureAwait(false);
        var approved = seen.Record with { State = UploadState.Embargoed };
        if (await _ledger.TryWriteAsync(approved, seen.Tag, cancellation).ConfigureAwait(false) is not { } tag)
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        return approved.Due > context.Time.GetUtcNow()
            ? approved
            : await new WaitingRelease(context).PublishAsync(new Seen<UploadRecord>(approved, tag), cancellation).ConfigureAwait(false);
    }

    /// <summary>Rejects a version: it is not published, and its receipt says so.</summary>
    /// <param name="selection">Which.</param>
    /// <param name="signature">Who, and why; the receipt has the reason.</param>
    /// <param name="cancellation">Stops the calls; the command can be repeated.</param>
    /// <returns>The record afterwards.</returns>
    /// <exception cref="CodedException">There is no such version.</exception>
    public async Task<UploadRecord> RejectAsync(UploadSelection selection, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var seen = await FindAsync(selection, cancellation).ConfigureAwait(false);
        await context.DecideAsync(seen.Record, DecisionKind.Reject, signature, cancellation).ConfigureAwait(false);
        var receipts = new ReceiptShelf(context.Private);
        var receipt = await receipts.FindAsync(seen.Record, cancellation).ConfigureAwait(false);
        if (receipt is not null)
        {
            var finding = ReceiptFinding.Of(FindingGroup.Of([new Finding(OperationCodes.VersionRejected, "", signature.Reason)])[0]);
            receipt = receipt with { Verdict = Verdict.Rejected, Waiting = null, Findings = [finding] };
            await receipts.KeepAsync(receipt, cancellation).ConfigureAwait(false);
        }

        var rejected = seen.Record with { State = UploadState.Rejected };
        if (await _ledger.TryWriteAsync(rejected, seen.Tag, cancellation).ConfigureAwait(false) is null)
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        if (receipt is not null)
        {
            UploadTelemetry.Settled(context, rejected, receipt);
        }

        await new WaitingShelf(context.Private).RemoveAsync(rejected.Key, cancellation).ConfigureAwait(false);
        return rejected;
    }

    private Task<Seen<UploadRecord>> FindAsync(UploadSelection selection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return selection.FindAsync(_ledger, record => record.State == UploadState.AwaitingApproval, cancellation);
    }
}
