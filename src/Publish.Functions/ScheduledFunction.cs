using Microsoft.Azure.Functions.Worker;
using Publish.Pipeline.Operations;

namespace Publish.Functions;

/// <summary>Publishes versions whose time has come.</summary>
/// <param name="context">What it works with.</param>
public sealed class ScheduledFunction(OperationContext context)
{
    /// <summary>Called by the timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A task that ends when all is done.</returns>
    [Function(nameof(Scheduled))]
    [FixedDelayRetry(3, "00:00:30")]
    public Task RunAsync([TimerTrigger(Schedules.Scheduled)] TimerInfo timer, CancellationToken cancellation) =>
        new Scheduled(context).RunAsync(cancellation);
}
