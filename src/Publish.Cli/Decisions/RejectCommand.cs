using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary><c>publish reject</c>: a second person rejects a version.</summary>
/// <param name="shell">What it works with.</param>
internal sealed class RejectCommand(Shell shell) : DecisionCommand(
    shell,
    "reject",
    "Reject a version that awaits approval: it is never published.",
    "The receipt has it.",
    isOfUpload: true,
    "October is not complete.")
{
    /// <inheritdoc />
    protected override async Task<UploadState> DecideAsync(
        OperationContext context, UploadSelection edition, Signature signature, CancellationToken cancellation) =>
        (await new Approval(context).RejectAsync(edition, signature, cancellation).ConfigureAwait(false)).State;

    /// <inheritdoc />
    protected override string Say(UploadState state, bool isCarriedOut) => isCarriedOut
        ? "REJECTED  The version is gone, and its receipt has the reason."
        : "REJECTED  The workers take the version away and write the reason into its receipt within a minute.";
}
