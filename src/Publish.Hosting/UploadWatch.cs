using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Hosting;

/// <summary>
/// Finds new uploads by listing them again and again, which misses none: notices of a file system can be lost, and accounts
/// send theirs to where Azure can reach. An upload is looked at until it is settled, so that what a dead worker left is
/// taken up as soon as its claim ends.
/// </summary>
/// <param name="context">What operations work with; as many uploads at once as its settings allow.</param>
/// <param name="settings">How often it looks.</param>
/// <param name="turn">Held during a look: who else works on uploads waits meanwhile.</param>
internal sealed class UploadWatch(OperationContext context, LocalHostSettings settings, SemaphoreSlim turn)
{
    // A claim is renewed as often while its worker lives.
    private const int LooksPerClaim = 3;
    private readonly ConcurrentDictionary<string, Sighting> _sightings = new(StringComparer.Ordinal);
    private readonly UploadLedger _ledger = new(context.Private);
    private readonly OnUpload _work = new(context);

    /// <summary>Watches until it is stopped.</summary>
    /// <param name="published">Called after a look by which something was published.</param>
    /// <param name="cancellation">Stops it; uploads that are worked on are given back.</param>
    /// <returns>A task that ends by being cancelled.</returns>
    public async Task RunAsync(Action published, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                if (await LookAsync(cancellation).ConfigureAwait(false) > 0)
                {
                    published();
                }
            }
            catch (IOException e)
            {
                new LogLine(TelemetryEvents.OperationFailed).Named(nameof(UploadWatch)).With("error", e).WriteTo(context.Log, LogLevel.Error);
            }

            await Task.Delay(settings.Pause, context.Time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Looks once, and works on what is there to do.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many uploads were published.</returns>
    internal async Task<int> LookAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await WorkAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<int> WorkAsync(CancellationToken cancellation)
    {
        var published = 0;
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            OpenAsync(listed, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = context.Settings.ConcurrentUploads, CancellationToken = cancellation },
            async (entry, stop) =>
            {
                if (await TryWorkAsync(entry, stop).ConfigureAwait(false) is { State: UploadState.Published })
                {
                    Interlocked.Increment(ref published);
                }
            }).ConfigureAwait(false);
        foreach (var gone in _sightings.Keys.Where(name => !listed.Contains(name)))
        {
            _sightings.TryRemove(gone, out _);
        }

        return published;
    }

    private async IAsyncEnumerable<BlobEntry> OpenAsync(HashSet<string> listed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in context.Private.ListAsync(Containers.Uploads + "/", cancellation).ConfigureAwait(false))
        {
            listed.Add(entry.Name);
            var now = context.Time.GetUtcNow();
            var isQuiet = (now - entry.LastModified).Duration() >= settings.Quiet;
            if (isQuiet && !(_sightings.TryGetValue(entry.Name, out var sighting) && sighting.Tag == entry.Tag && sighting.Next > now))
            {
                yield return entry;
            }
        }
    }

    private async Task<UploadRecord?> TryWorkAsync(BlobEntry entry, CancellationToken cancellation)
    {
        var again = context.Time.GetUtcNow() + (context.Settings.ClaimDuration / LooksPerClaim);
        try
        {
            var settled = await _work.RunAsync(entry.Name, cancellation).ConfigureAwait(false);
            var isDone = settled is not null
                || await _ledger.FindAsync(UploadIdentity.Of(entry.Name, entry.Tag), cancellation).ConfigureAwait(false) is { Record.IsSettled: true };
            _sightings[entry.Name] = new Sighting(entry.Tag, isDone ? DateTimeOffset.MaxValue : again);
            return settled;
        }
#pragma warning disable CA1031 // One upload's trouble is no other's: the attempt has said what befell it, and is counted.
        catch (Exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _sightings[entry.Name] = new Sighting(entry.Tag, again);
            return null;
        }
    }

    private sealed record Sighting(string Tag, DateTimeOffset Next);
}
