using Publish.Codes;
using Publish.Pipeline.Ledger;

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
        var log = new DecisionLog(context.Private, seen.Record.Agency!, seen.Record.Dataset!);
        var senders = Senders.Of(
            seen.Record.Uploader, seen.Record.Upload, await log.ReadAsync(cancellation).ToListAsync(cancellation).ConfigureAwait(false));
        if (!senders.AreKnown)
        {
            throw new CodedException(OperationCodes.UploaderUnknown);
        }

        if (senders.Include(signature.By))
        {
            throw new CodedException(OperationCodes.OwnUpload);
        }

        await context.DecideAsync(seen.Record, DecisionKind.Approve, signature, cancellation).ConfigureAwait(false);
        var approved = seen.Record with { State = UploadState.Embargoed };
        if (await _ledger.TryWriteAsync(approved, seen.Tag, cancellation).ConfigureAwait(false) is not { } tag)
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        return await CarryOutAsync(new Seen<UploadRecord>(approved, tag), cancellation).ConfigureAwait(false);
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
        return await _ledger.TryWriteAsync(rejected, seen.Tag, cancellation).ConfigureAwait(false) is { } tag
            ? await CarryOutAsync(new Seen<UploadRecord>(rejected, tag), cancellation).ConfigureAwait(false)
            : throw new CodedException(OperationCodes.NothingToDecide);
    }

    private async Task<UploadRecord> CarryOutAsync(Seen<UploadRecord> decided, CancellationToken cancellation)
    {
        if (!context.CarriesOut)
        {
            return decided.Record;
        }

        var record = await new EndOfWaiting(context).ReachAsync(decided, cancellation).ConfigureAwait(false);
        if (record.State == UploadState.Published)
        {
            await context.RebuildSitesAsync(nameof(Approval), cancellation).ConfigureAwait(false);
        }

        return record;
    }

    private Task<Seen<UploadRecord>> FindAsync(UploadSelection selection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return selection.FindAsync(_ledger, record => record.State == UploadState.AwaitingApproval, cancellation);
    }
}
