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
        var senders = await SendersAsync(seen.Record, cancellation).ConfigureAwait(false);
        if (senders.Count == 0)
        {
            throw new CodedException(OperationCodes.UploaderUnknown);
        }

        if (senders.Any(sender => string.Equals(sender.Trim(), signature.By, StringComparison.OrdinalIgnoreCase)))
        {
            throw new CodedException(OperationCodes.OwnUpload);
        }

        await context.DecideAsync(seen.Record, DecisionKind.Approve, signature, cancellation).ConfigureAwait(false);
        var approved = seen.Record with { State = UploadState.Embargoed };
        if (await _ledger.TryWriteAsync(approved, seen.Tag, cancellation).ConfigureAwait(false) is not { } tag)
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        return approved.Due > context.Time.GetUtcNow() || !context.CarriesOut
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
        var rejected = seen.Record with { State = UploadState.Rejected };
        if (await _ledger.TryWriteAsync(rejected, seen.Tag, cancellation).ConfigureAwait(false) is null)
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        if (context.CarriesOut)
        {
            await FinishRejectionAsync(rejected, cancellation).ConfigureAwait(false);
        }

        return rejected;
    }

    /// <summary>Carries a rejection out: the receipt says it, and the version goes. Can be repeated.</summary>
    /// <param name="rejected">The record, rejected.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when nothing of the version is kept.</returns>
    internal async Task FinishRejectionAsync(UploadRecord rejected, CancellationToken cancellation)
    {
        var receipts = new ReceiptShelf(context.Private);
        if (await receipts.FindAsync(rejected, cancellation).ConfigureAwait(false) is { Waiting: not null } receipt)
        {
            var reason = await ReasonAsync(rejected, cancellation).ConfigureAwait(false);
            var finding = ReceiptFinding.Of(FindingGroup.Of([new Finding(OperationCodes.VersionRejected, "", reason)])[0]);
            receipt = receipt with { Verdict = Verdict.Rejected, Waiting = null, Findings = [finding] };
            await receipts.KeepAsync(receipt, cancellation).ConfigureAwait(false);
            UploadTelemetry.Settled(context, rejected, receipt);
        }

        await new WaitingShelf(context.Private).RemoveAsync(rejected.Key, cancellation).ConfigureAwait(false);
    }

    private async Task<string> ReasonAsync(UploadRecord record, CancellationToken cancellation)
    {
        var reason = "";
        await foreach (var decision in new DecisionLog(context.Private, record.Agency!, record.Dataset!).ReadAsync(cancellation).ConfigureAwait(false))
        {
            reason = decision.Kind == DecisionKind.Reject && decision.Upload == record.Key ? decision.Reason : reason;
        }

        return reason;
    }

    // Who says that he sent it, and to whom it was granted: a note beside an upload is only its sender's own word.
    private async Task<IReadOnlyList<string>> SendersAsync(UploadRecord record, CancellationToken cancellation)
    {
        var senders = new List<string>();
        if (record.Uploader is { } uploader)
        {
            senders.Add(uploader);
        }

        await foreach (var decision in new DecisionLog(context.Private, record.Agency!, record.Dataset!).ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (decision is { Kind: DecisionKind.Grant, To: { } to } && decision.Upload == record.Upload)
            {
                senders.Add(to);
            }
        }

        return senders;
    }

    private Task<Seen<UploadRecord>> FindAsync(UploadSelection selection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return selection.FindAsync(_ledger, record => record.State == UploadState.AwaitingApproval, cancellation);
    }
}
