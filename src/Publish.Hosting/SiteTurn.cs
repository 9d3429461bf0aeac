using Publish.Storage;

namespace Publish.Hosting;

/// <summary>
/// Those who build the site of an audience take turns, on whatever machine they are: a build that began before an edition was
/// withdrawn would else write pages that lead to it over those of a build that began after.
/// </summary>
/// <param name="place">Private storage, where the turn is held.</param>
/// <param name="time">The clock.</param>
public sealed class SiteTurn(IPrivatePlace place, TimeProvider time)
{
    // The longest that a lease of Azure Blob Storage lasts without being renewed: a dead builder keeps others from it for so long.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const int RenewalsPerDuration = 3;

    /// <summary>Waits for the turn, and builds.</summary>
    /// <typeparam name="T">What the build gives.</typeparam>
    /// <param name="audience">The audience's name.</param>
    /// <param name="build">Builds; it is stopped where the turn is lost.</param>
    /// <param name="cancellation">Stops the waiting and the build.</param>
    /// <returns>What the build gave.</returns>
    /// <exception cref="IOException">The turn was lost; the next build goes on.</exception>
    public async Task<T> BuildAsync<T>(string audience, Func<CancellationToken, Task<T>> build, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(build);
        var turn = await WaitAsync(new BlobName($"{Containers.Ledger}/turns/site-{audience}"), cancellation).ConfigureAwait(false);
        await using (turn.ConfigureAwait(false))
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var renewing = RenewAsync(turn, over);
            try
            {
                return await build(over.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new IOException("The turn at the site was lost.");
            }
            finally
            {
                await over.CancelAsync().ConfigureAwait(false);
                await renewing.ConfigureAwait(false);
            }
        }
    }

    private async Task<IBlobLease> WaitAsync(BlobName name, CancellationToken cancellation)
    {
        while (true)
        {
            if (await place.TryLeaseAsync(name, Duration, cancellation).ConfigureAwait(false) is { } turn)
            {
                return turn;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task RenewAsync(IBlobLease turn, CancellationTokenSource over)
    {
        try
        {
            do
            {
                await Task.Delay(Duration / RenewalsPerDuration, time, over.Token).ConfigureAwait(false);
            }
            while (await turn.TryRenewAsync(over.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The build is over, or nobody can tell whose turn it is.
        }

        await over.CancelAsync().ConfigureAwait(false);
    }
}
