using Publish.Pipeline.Ledger;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Takes up what was left: uploads that no event announced, runs that died, uploads that a worker gave back, uploads that
/// went away while they were worked on, partial tables of folders that have their receipt, and withdrawals that were begun.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class Sweep(OperationContext context)
{
    // Agency, dataset, edition, folder.
    private const int SegmentsOfFolder = 4;

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

        await RemovePartialTablesAsync(cancellation).ConfigureAwait(false);
        await new Withdrawal(context).FinishAsync(cancellation).ConfigureAwait(false);
        if (settled > 0)
        {
            await context.RebuildSitesAsync(nameof(Sweep), cancellation).ConfigureAwait(false);
        }

        return new SweepReport(settled, failed);
    }

    // Of folders that have their receipt, or are gone: a worker that lost its claim, or died, may leave tables.
    private async Task RemovePartialTablesAsync(CancellationToken cancellation)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in context.Private.ListAsync(PartShelf.Shelves, cancellation).ConfigureAwait(false))
        {
            folders.Add($"{Containers.Uploads}/{string.Join('/', entry.Name[PartShelf.Shelves.Length..].Split('/').Take(SegmentsOfFolder))}");
        }

        foreach (var folder in folders)
        {
            if (await IsOverAsync(folder, cancellation).ConfigureAwait(false))
            {
                await new PartShelf(context.Private, folder).RemoveAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> IsOverAsync(string folder, CancellationToken cancellation)
    {
        var marker = $"{folder}/{UploadFolder.Marker}";
        if (await context.Private.FindTagAsync(new BlobName(marker), cancellation).ConfigureAwait(false) is { } tag)
        {
            return await _ledger.FindAsync(UploadIdentity.Of(marker, tag), cancellation).ConfigureAwait(false) is { Record.IsSettled: true };
        }

        await foreach (var _ in context.Private.ListAsync(folder + "/", cancellation).ConfigureAwait(false))
        {
            return false;
        }

        return true;
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
