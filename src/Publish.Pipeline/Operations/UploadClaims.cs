using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Operations;

/// <summary>Claims of uploads by workers, through the ledger: of any number that try at once, one has it.</summary>
internal sealed class UploadClaims(OperationContext context)
{
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Claims an upload that nobody works on.</summary>
    /// <param name="identity">The upload.</param>
    /// <param name="note">What its sender noted beside it.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The record as claimed, or <see langword="null"/> when it is settled or another's.</returns>
    public async Task<Seen<UploadRecord>?> TryClaimAsync(UploadIdentity identity, UploadNote note, CancellationToken cancellation)
    {
        var seen = await _ledger.FindAsync(identity, cancellation).ConfigureAwait(false);
        if (seen is { Record.IsSettled: true })
        {
            return null;
        }

        var now = context.Time.GetUtcNow();
        if (seen?.Record.Claim is { } claim && claim.Until > now && claim.Until <= now + context.Settings.ClaimDuration)
        {
            return null;
        }

        var record = seen?.Record ?? NewRecord(identity, note, now);
        var claimed = record with
        {
            State = UploadState.Running,
            Attempts = record.Attempts + 1,
            Claim = new UploadClaim(Guid.NewGuid().ToString("N"), now + context.Settings.ClaimDuration),
        };
        var tag = await _ledger.TryWriteAsync(claimed, seen?.Tag, cancellation).ConfigureAwait(false);
        return tag is null ? null : new Seen<UploadRecord>(claimed, tag);
    }

    /// <summary>Gives a claimed upload back, for another to try. Where that fails too, the claim ends by itself.</summary>
    /// <param name="seen">The record as claimed.</param>
    /// <returns>A task that ends when it is given back, or cannot be.</returns>
    public async Task GiveBackAsync(Seen<UploadRecord> seen)
    {
        try
        {
            await _ledger.TryWriteAsync(seen.Record with { State = UploadState.Received, Claim = null }, seen.Tag, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What stopped the work may well stop this.
        }
    }

    private static UploadRecord NewRecord(UploadIdentity identity, UploadNote note, DateTimeOffset now) => new()
    {
        Key = identity.Key,
        Upload = identity.Name?.Value,
        Tag = identity.Tag,
        Agency = identity.Agency,
        Dataset = identity.Dataset,
        Edition = identity.Edition,
        Uploader = note.Uploader,
        CorrectionReason = note.CorrectionReason,
        Received = now,
        State = UploadState.Received,
    };
}
