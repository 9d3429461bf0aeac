using Publish.Pipeline.Ledger;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Deletes raw uploads when the time for which their agreement keeps them is over, and notes each deletion. An upload that
/// is still worked on, or whose version waits, is kept.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class Retention(OperationContext context)
{
    /// <summary>The name under which deletions are noted.</summary>
    public const string Rule = "retention";

    private readonly UploadLedger _ledger = new(context.Private);
    private readonly FolderLedger _folders = new(context.Private);

    /// <summary>Deletes what is due.</summary>
    /// <param name="cancellation">Stops the work between uploads.</param>
    /// <returns>How many uploads were deleted.</returns>
    public Task<int> RunAsync(CancellationToken cancellation) => OperationTelemetry.WatchAsync(
        context, nameof(Retention), () => DeleteAsync(cancellation), (line, deleted) => line.With("deleted", deleted));

    private async Task<int> DeleteAsync(CancellationToken cancellation)
    {
        var deleted = 0;
        await foreach (var entry in context.Private.ListAsync(Containers.Uploads + "/", cancellation).ConfigureAwait(false))
        {
            var identity = UploadIdentity.Of(entry.Name, entry.Tag);
            if (identity.IsRight
                && await _ledger.FindAsync(identity, cancellation).ConfigureAwait(false) is { } seen
                && IsDue(seen.Record)
                && !await IsKeptByFolderAsync(identity, cancellation).ConfigureAwait(false)
                && await DeleteAsync(identity, seen, cancellation).ConfigureAwait(false))
            {
                deleted++;
            }
        }

        return deleted;
    }

    // Noted first: a deletion that was noted is repeated until the upload is gone, one that was not would never be known.
    private async Task<bool> DeleteAsync(UploadIdentity identity, Seen<UploadRecord> seen, CancellationToken cancellation)
    {
        var record = seen.Record;
        if (record.RawDeletion is null)
        {
            var now = context.Time.GetUtcNow();
            var line = new Decision(DecisionKind.Retention, Rule, now, "The agreement's time for keeping the upload is over.", record.Key, record.Edition!);
            if (await _ledger.TryWriteAsync(record with { RawDeletion = now }, seen.Tag, cancellation).ConfigureAwait(false) is null)
            {
                return false;
            }

            await context.DecideAsync(record.Agency!, record.Dataset!, line, cancellation).ConfigureAwait(false);
        }

        // The marker goes last: while it is there, its parts are the folder's.
        if (identity.Kind == UploadKind.Marker && await _folders.FindAsync(identity, cancellation).ConfigureAwait(false) is { } folder)
        {
            foreach (var part in folder.Parts)
            {
                await context.Private.TryDeleteAsync(new BlobName($"{identity.FolderPath}/{part.Name}"), part.Tag, cancellation).ConfigureAwait(false);
            }
        }

        return await context.Private.TryDeleteAsync(identity.Name!.Value, record.Tag!, cancellation).ConfigureAwait(false);
    }

    // A part of a closed folder is deleted with the folder.
    private async Task<bool> IsKeptByFolderAsync(UploadIdentity identity, CancellationToken cancellation) =>
        identity.Kind == UploadKind.Part
        && await new PartRun(context).FolderOfAsync(identity, cancellation).ConfigureAwait(false) is { } folder
        && folder.Has(identity);

    // P0D means as soon as it has been worked on.
    private bool IsDue(UploadRecord record)
    {
        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
        return record.IsSettled
            && record.State is not (UploadState.AwaitingApproval or UploadState.Embargoed)
            && (record.RawKeptUntil ?? WithoutAgreement(record)) is var until
            && (until < today || until <= DateOnly.FromDateTime(record.Received.UtcDateTime));
    }

    // A part that no marker ever made an upload of.
    private DateOnly WithoutAgreement(UploadRecord record) =>
        DateOnly.FromDateTime(record.Received.UtcDateTime).AddDays(context.Settings.DaysKeptWithoutAgreement);
}
