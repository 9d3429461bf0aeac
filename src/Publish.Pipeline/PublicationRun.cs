using Publish.Pipeline.Receipts;

namespace Publish.Pipeline;

/// <summary>Takes one upload through its life, from admission to receipt.</summary>
/// <param name="settings">The run's share of the machine.</param>
/// <param name="time">The clock.</param>
/// <param name="observer">Watches.</param>
public sealed class PublicationRun(RunSettings settings, TimeProvider time, IRunObserver observer)
{
    /// <summary>Runs an upload.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="cancellation">Stops the run between steps; nothing half-done is published.</param>
    /// <returns>The receipt, kept in private storage before this returns (unless the request is a check).</returns>
    public Task<Receipt> RunAsync(RunRequest request, CancellationToken cancellation) => throw new NotImplementedException();
}
