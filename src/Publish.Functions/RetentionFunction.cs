using Microsoft.Azure.Functions.Worker;
using Publish.Pipeline.Operations;

namespace Publish.Functions;

/// <summary>Deletes raw uploads whose time is over.</summary>
/// <param name="context">What it works with.</param>
public sealed class RetentionFunction(OperationContext context)
{
    /// <summary>Called by the timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A task that ends when all is done.</returns>
    [Function(nameof(Retention))]
    [FixedDelayRetry(3, "00:00:30")]
    public Task RunAsync([TimerTrigger(Schedules.Retention)] TimerInfo timer, CancellationToken cancellation) =>
        new Retention(context).RunAsync(cancellation);
}
