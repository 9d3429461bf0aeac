using Publish.Pipeline.Operations;
using Publish.Pipeline.Workspaces;

namespace Publish.Hosting;

/// <summary>
/// Runs an installation on one machine without Azure's engine: works on uploads as they come, runs the timers at the same
/// times, and serves an audience's site.
/// </summary>
/// <param name="context">What operations work with.</param>
/// <param name="catalogue">The sites.</param>
/// <param name="settings">How it watches and serves.</param>
public sealed class LocalHost(OperationContext context, Catalogue catalogue, LocalHostSettings settings)
{
    /// <summary>Runs until it is stopped.</summary>
    /// <param name="started">Called when the site is served and the work begins.</param>
    /// <param name="cancellation">
    /// Stops it: answers that were begun are finished, uploads that are worked on are given back for the next host.
    /// </param>
    /// <returns>A task that ends by being cancelled.</returns>
    /// <exception cref="Codes.CodedException">The address cannot be listened at.</exception>
    public async Task RunAsync(Action started, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(started);

        // What killed processes left is removed now, not when there is something to do.
        Workspace.Below(context.Settings.TemporaryFolder).Dispose();
        var site = await ServedSite.StartAsync(context.PlaceOf(settings.Audience), settings.Address, cancellation).ConfigureAwait(false);
        await using (site.ConfigureAwait(false))
        {
            started();
            await WorkAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        // Sweeping and watching both work on uploads: they take turns, so that no more are in memory than the settings allow.
        using var turn = new SemaphoreSlim(1);
        var timers = InstallationTimers.Of(context, catalogue)
            .Select(timer => timer.Name == nameof(Sweep) ? timer with { RunAsync = stop => InTurnAsync(turn, timer.RunAsync, stop) } : timer)
            .ToDictionary(timer => timer.Name, timer => new TimerLoop(timer, context.Time));

        // A page for what was just published; the timer comes round to what others publish.
        var watch = new UploadWatch(context, settings, turn).RunAsync(timers[nameof(Catalogue)].Hasten, cancellation);
        await Task.WhenAll([watch, .. timers.Values.Select(timer => timer.RunAsync(cancellation))]).ConfigureAwait(false);
    }

    private static async Task InTurnAsync(SemaphoreSlim turn, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await work(cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
