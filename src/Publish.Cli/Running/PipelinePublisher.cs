using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Verification;

namespace Publish.Cli.Running;

/// <summary>The real pipeline.</summary>
/// <param name="time">The clock.</param>
internal sealed class PipelinePublisher(TimeProvider time) : IPublisher
{
    /// <inheritdoc />
    public Task<Receipt> RunAsync(
        RunRequest request, RunSettings settings, IRunObserver observer, CancellationToken cancellation) =>
        new PublicationRun(settings, time, observer).RunAsync(request, cancellation);

    /// <inheritdoc />
    public IReadOnlyList<VersionVerification> Verify(
        string folder, RunSettings settings, CancellationToken cancellation) =>
        FolderVerification.Run(folder, settings, cancellation);
}
