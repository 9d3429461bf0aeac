using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Has an upload done again that was held, rejected or poisoned, by the policy as it is now.</summary>
/// <param name="context">What it works with.</param>
public sealed class Redo(OperationContext context)
{
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Opens the upload for another round; a sweep, or the next event, takes it up.</summary>
    /// <param name="selection">Which.</param>
    /// <param name="signature">Who, and why.</param>
    /// <param name="cancellation">Stops the calls; the command can be repeated.</param>
    /// <returns>The record afterwards.</returns>
    /// <exception cref="CodedException">There is no such upload, or its raw file is no longer kept.</exception>
    public async Task<UploadRecord> RunAsync(UploadSelection selection, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(signature);
        var seen = await selection.FindAsync(
            _ledger, record => record.State is UploadState.Held or UploadState.Rejected or UploadState.Poisoned, cancellation).ConfigureAwait(false);
        var record = seen.Record;
        if (record.Upload is null || record.RawDeletion is not null || !await IsThereAsync(record, cancellation).ConfigureAwait(false))
        {
            throw new CodedException(OperationCodes.RawUploadDeleted);
        }

        await context.DecideAsync(record, DecisionKind.Redo, signature, cancellation).ConfigureAwait(false);
        var opened = record with { State = UploadState.Received, Attempts = 0, Round = record.Round + 1, Receipt = null };
        return await _ledger.TryWriteAsync(opened, seen.Tag, cancellation).ConfigureAwait(false) is null
            ? throw new CodedException(OperationCodes.NothingToDecide)
            : opened;
    }

    // Who may not look at uploads leaves that to the workers: an upload that is gone gets a receipt that says so.
    private async Task<bool> IsThereAsync(UploadRecord record, CancellationToken cancellation) =>
        !context.CarriesOut
        || await context.Private.FindTagAsync(new BlobName(record.Upload!), cancellation).ConfigureAwait(false) == record.Tag;
}
