using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Running;

/// <summary>The pipeline as the commands see it.</summary>
internal interface IPublisher
{
    /// <summary>Takes one upload through its life.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The receipt.</returns>
    Task<Receipt> RunAsync(
        RunRequest request, RunSettings settings, IRunObserver observer, CancellationToken cancellation);

    /// <summary>Checks every version below a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the checks.</param>
    /// <returns>One result a version.</returns>
    IReadOnlyList<VersionVerification> Verify(string folder, RunSettings settings, CancellationToken cancellation);
}
