using Microsoft.Azure.Functions.Worker;
using Publish.Pipeline.Operations;

namespace Publish.Functions;

/// <summary>Takes up what no event announced, and what died.</summary>
/// <param name="context">What it works with.</param>
public sealed class SweepFunction(OperationContext context)
{
    /// <summary>Called by the timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A task that ends when all is done.</returns>
    [Function(nameof(Sweep))]
    [FixedDelayRetry(3, "00:00:30")]
    public Task RunAsync([TimerTrigger(Schedules.Sweep)] TimerInfo timer, CancellationToken cancellation) =>
        new Sweep(context).RunAsync(cancellation);
}
