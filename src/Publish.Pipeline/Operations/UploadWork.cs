using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>One worker's work on one upload: claimed, done, settled.</summary>
internal sealed class UploadWork(OperationContext context)
{
    private readonly UploadLedger _ledger = new(context.Private);
    private readonly UploadClaims _claims = new(context);

    /// <summary>Does the work, unless it is done or another's.</summary>
    /// <param name="identity">The upload.</param>
    /// <param name="stat">What is known of its blob, or <see langword="null"/> where it was not looked for.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The record afterwards, or <see langword="null"/> when there was nothing to do.</returns>
    public async Task<UploadRecord?> DoAsync(UploadIdentity identity, BlobStat? stat, CancellationToken cancellation)
    {
        var note = UploadNote.Of(stat);
        var claimed = await _claims.TryClaimAsync(identity, note, cancellation).ConfigureAwait(false);
        if (claimed is null)
        {
            return null;
        }

        if (claimed.Record is { Round: > 1, Attempts: 1 })
        {
            // Done again, it follows the policy as it is now.
            await PolicySnapshot.RemoveAsync(context.Private, claimed.Record.Key, cancellation).ConfigureAwait(false);
        }

        using var telemetry = new UploadTelemetry(context, claimed.Record);
        var keeper = new ClaimKeeper(_ledger, claimed, context, cancellation);
        await using (keeper.ConfigureAwait(false))
        {
            try
            {
                var receipt = await RunAsync(identity, claimed.Record, note, telemetry.Stages, keeper.Lost).ConfigureAwait(false);
                var settled = await SettleAsync(await keeper.StopAsync().ConfigureAwait(false), receipt, cancellation).ConfigureAwait(false);
                if (receipt is not null)
                {
                    telemetry.End(receipt, settled);
                }

                return settled;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The claim was lost: the upload is another worker's.
                return null;
            }
            catch (Exception e)
            {
                telemetry.Fail(e);

                // Somebody else may try at once; where even this fails, when the claim ends.
                await _claims.GiveBackAsync(await keeper.StopAsync().ConfigureAwait(false)).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Settles an upload that cannot be worked on, with a receipt that says why.</summary>
    /// <param name="seen">The record.</param>
    /// <param name="verdict">Held or rejected.</param>
    /// <param name="state">The state.</param>
    /// <param name="code">Why.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The record afterwards, or <see langword="null"/> when another wrote it.</returns>
    public async Task<UploadRecord?> RefuseAsync(
        Seen<UploadRecord> seen, Verdict verdict, UploadState state, Code code, CancellationToken cancellation)
    {
        var receipt = await KeepRefusalAsync(seen.Record, verdict, code, cancellation).ConfigureAwait(false);
        var settled = await SettleAsync(seen, receipt, cancellation, state).ConfigureAwait(false);
        if (settled is not null)
        {
            UploadTelemetry.Settled(context, settled, receipt);
        }

        return settled;
    }

    /// <summary>Puts away what was kept while the upload was worked on, its mark last.</summary>
    /// <param name="settled">The record, settled.</param>
    /// <param name="cancellation">Stops the calls; a sweep finishes.</param>
    /// <returns>A task that ends when nothing but the record is left.</returns>
    public async Task PutAwayAsync(UploadRecord settled, CancellationToken cancellation)
    {
        await PolicySnapshot.RemoveAsync(context.Private, settled.Key, cancellation).ConfigureAwait(false);
        if (settled.Upload is { } name && UploadIdentity.Of(name, settled.Tag!) is { Kind: UploadKind.Marker } marker)
        {
            await new PartShelf(context.Private, marker.FolderPath).RemoveAsync(cancellation).ConfigureAwait(false);
        }

        await _ledger.CloseAsync(settled, cancellation).ConfigureAwait(false);
    }

    // No receipt where the upload is a part: its folder has one.
    private async Task<Receipt?> RunAsync(
        UploadIdentity identity, UploadRecord record, UploadNote note, IRunObserver observer, CancellationToken cancellation)
    {
        if (!identity.IsRight)
        {
            return await KeepRefusalAsync(record, Verdict.Rejected, OperationCodes.UploadName, cancellation).ConfigureAwait(false);
        }

        if (identity.Kind == UploadKind.Part)
        {
            return await RunPartAsync(identity, record, cancellation).ConfigureAwait(false);
        }

        return record.Attempts > context.Settings.MaximumAttempts
            ? await KeepRefusalAsync(record, Verdict.Held, OperationCodes.UploadPoisoned, cancellation).ConfigureAwait(false)
            : await new StoredRun(context).RunAsync(identity, record, note, observer, cancellation).ConfigureAwait(false);
    }

    private async Task<Receipt?> RunPartAsync(UploadIdentity part, UploadRecord record, CancellationToken cancellation)
    {
        var run = new PartRun(context);
        if (await run.IsLateAsync(part, cancellation).ConfigureAwait(false))
        {
            return await KeepRefusalAsync(record, Verdict.Rejected, PartCodes.LatePart, cancellation).ConfigureAwait(false);
        }

        // A part that no attempt could read is left to the run that closes the folder, which has attempts of its own.
        if (record.Attempts <= context.Settings.MaximumAttempts)
        {
            await run.RunAsync(part, record, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<Receipt> KeepRefusalAsync(UploadRecord record, Verdict verdict, Code code, CancellationToken cancellation)
    {
        var draft = new ReceiptDraft(record.Edition, LedgerEntry.Of(record), checkOnly: false, context.Time);
        draft.Stop(verdict, FindingGroup.Of([new Finding(code, "")]), upload: null);
        var receipt = draft.Finish();
        await new ReceiptShelf(context.Private).KeepAsync(receipt, cancellation).ConfigureAwait(false);
        return receipt;
    }

    private async Task<UploadRecord?> SettleAsync(
        Seen<UploadRecord> seen, Receipt? receipt, CancellationToken cancellation, UploadState? state = null)
    {
        var settled = receipt is null ? seen.Record with { State = UploadState.Grouped, Claim = null } : seen.Record with
        {
            State = state ?? StateOf(seen.Record, receipt),
            Claim = null,
            Receipt = receipt.Id,
            ContentSha256 = receipt.Upload?.Sha256,
            PolicySha256 = receipt.Policy?.Sha256,
            Due = receipt.Waiting?.Due,
            RawKeptUntil = receipt.RawKeptUntil
                ?? DateOnly.FromDateTime(seen.Record.Received.UtcDateTime).AddDays(context.Settings.DaysKeptWithoutAgreement),
        };
        if (await _ledger.TryWriteAsync(settled, seen.Tag, cancellation).ConfigureAwait(false) is null)
        {
            return null;
        }

        // A worker that is asked to stop just now finishes this first: it is a few calls.
        await PutAwayAsync(settled, CancellationToken.None).ConfigureAwait(false);
        return settled;
    }

    private UploadState StateOf(UploadRecord record, Receipt receipt) => receipt.Verdict switch
    {
        Verdict.Held => record.Attempts > context.Settings.MaximumAttempts ? UploadState.Poisoned : UploadState.Held,
        Verdict.Rejected => UploadState.Rejected,
        _ => receipt.Waiting switch
        {
            { NeedsApproval: true } => UploadState.AwaitingApproval,
            not null => UploadState.Embargoed,
            null => UploadState.Published,
        },
    };
}
