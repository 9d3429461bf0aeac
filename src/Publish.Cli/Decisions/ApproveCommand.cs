using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary><c>publish approve</c>: a second person approves a version.</summary>
/// <param name="shell">What it works with.</param>
internal sealed class ApproveCommand(Shell shell) : DecisionCommand(
    shell,
    "approve",
    "Approve a version that awaits it, as somebody else than who sent it.",
    "It stays in the ledger.",
    isOfUpload: true,
    "The figures agree with the register.")
{
    /// <inheritdoc />
    protected override async Task<UploadState> DecideAsync(
        OperationContext context, UploadSelection edition, Signature signature, CancellationToken cancellation) =>
        (await new Approval(context).ApproveAsync(edition, signature, cancellation).ConfigureAwait(false)).State;

    /// <inheritdoc />
    protected override string Say(UploadState state, bool isCarriedOut) => (state, isCarriedOut) switch
    {
        (UploadState.Published, _) => "APPROVED  The version is published.",
        (UploadState.Held, _) => "HELD  The version is approved, and cannot be published: its receipt says why.",
        (_, false) => "APPROVED  The workers publish the version within a minute, or when its time has come.",
        _ => "APPROVED  The version is published when its time has come.",
    };
}
