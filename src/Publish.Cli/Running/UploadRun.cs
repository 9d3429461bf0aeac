using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Running;

/// <summary>One upload, with its progress shown.</summary>
internal static class UploadRun
{
    /// <summary>Takes an upload through its life.</summary>
    /// <param name="shell">Where progress is shown, and who does the work.</param>
    /// <param name="request">The upload.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The receipt.</returns>
    public static Task<Receipt> ExecuteAsync(
        Shell shell, RunRequest request, RunSettings settings, CancellationToken cancellation) =>
        shell.Terminal.Progress(shell.Time).ShowAsync(
            observer => shell.Publisher.RunAsync(request, settings, observer, cancellation));
}
