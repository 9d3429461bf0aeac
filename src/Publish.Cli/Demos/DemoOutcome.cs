using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Demos;

/// <summary>How an upload of the demo ended.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Receipt">Its receipt.</param>
internal sealed record DemoOutcome(DemoUpload Upload, Receipt Receipt)
{
    /// <summary>Whether it ended as it should: the faulty ones rejected, the others accepted.</summary>
    public bool IsExpected => Receipt.Verdict == (Upload.IsFaulty ? Verdict.Rejected : Verdict.Accepted);

    /// <summary>The exit code it asks for: a faulty upload that was not rejected is a failure of the program.</summary>
    public int ExitCode => IsExpected ? ExitCodes.Done
        : Upload.IsFaulty ? ExitCodes.Failed
        : ExitCodes.Of(Receipt.Verdict);
}
