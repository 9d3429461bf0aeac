using Microsoft.Azure.Functions.Worker;
using Publish.Hosting;
using Publish.Pipeline.Operations;

namespace Publish.Functions;

/// <summary>Rebuilds the catalogue and pages of each audience from what is published.</summary>
/// <param name="catalogue">The sites.</param>
public sealed class CatalogueFunction(Catalogue catalogue)
{
    /// <summary>Called by the timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A task that ends when all is done.</returns>
    [Function(nameof(Catalogue))]
    [FixedDelayRetry(3, "00:00:30")]
    public Task RunAsync([TimerTrigger(Schedules.Catalogue)] TimerInfo timer, CancellationToken cancellation) =>
        catalogue.RunAsync(cancellation);
}
