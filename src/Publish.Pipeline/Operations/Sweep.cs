using Publish.Pipeline.Ledger;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Takes up what was left: uploads that no event announced, runs that died, uploads that a worker gave back, uploads that
/// went away while they were worked on, and withdrawals that were begun.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class Sweep(OperationContext context)
{
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Sweeps once.</summary>
    /// <param name="cancellation">Stops the sweep.</param>
    /// <returns>How many uploads it settled, and how many it could not work on just now.</returns>
    public Task<SweepReport> RunAsync(CancellationToken cancellation) => OperationTelemetry.WatchAsync(
        context,
        nameof(Sweep),
        () => SweepAsync(cancellation),
        (line, report) => line.With("settled", report.Settled).With("failed", report.Failed));

    private async Task<SweepReport> SweepAsync(CancellationToken cancellation)
    {
        var onUpload = new OnUpload(context);
        var settled = 0;
        var failed = 0;
        await Parallel.ForEachAsync(
            context.Private.ListAsync(Containers.Uploads + "/", cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = context.Settings.ConcurrentUploads, CancellationToken = cancellation },
            async (entry, stop) =>
            {
                try
                {
                    if (await onUpload.RunAsync(entry.Name, stop).ConfigureAwait(false) is not null)
                    {
                        Interlocked.Increment(ref settled);
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // One upload's trouble is no other's; tried too often, it ends as poisoned.
                    Interlocked.Increment(ref failed);
                }
            }).ConfigureAwait(false);
        await foreach (var left in _ledger.OpenAsync(cancellation).ConfigureAwait(false))
        {
            if (await SettleIfGoneAsync(left, cancellation).ConfigureAwait(false))
            {
                settled++;
            }
        }

        await new Withdrawal(context).FinishAsync(cancellation).ConfigureAwait(false);
        return new SweepReport(settled, failed);
    }

    // The listing above met every upload that is there; what is open and is not there any more is answered here.
    private async Task<bool> SettleIfGoneAsync(UploadRecord left, CancellationToken cancellation)
    {
        var work = new UploadWork(context);
        var seen = await _ledger.FindAsync(left, cancellation).ConfigureAwait(false);
        if (seen is { Record.IsSettled: true })
        {
            await work.PutAwayAsync(seen.Record, cancellation).ConfigureAwait(false);
            return false;
        }

        if (left.Upload is null
            || await context.Private.FindTagAsync(new BlobName(left.Upload), cancellation).ConfigureAwait(false) == left.Tag)
        {
            return false;
        }

        if (seen is null)
        {
            // A worker died between the mark and the record, and the upload went away: nobody ever worked on it.
            await _ledger.TryWriteAsync(left with { State = UploadState.Received, Claim = null }, null, cancellation).ConfigureAwait(false);
            return false;
        }

        return !(seen.Record.Claim?.Until > context.Time.GetUtcNow())
            && await work.RefuseAsync(seen, Verdict.Held, UploadState.Held, OperationCodes.UploadGone, cancellation)
                .ConfigureAwait(false) is not null;
    }
}
