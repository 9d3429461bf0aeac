namespace Publish.Storage;

/// <summary>A turn at something, one holder at a time across processes and machines. Dispose of it to end it.</summary>
public interface IBlobLease : IAsyncDisposable
{
    /// <summary>Holds the turn for another of its durations.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see langword="false"/> when it had ended, and may be another's.</returns>
    Task<bool> TryRenewAsync(CancellationToken cancellation);
}
