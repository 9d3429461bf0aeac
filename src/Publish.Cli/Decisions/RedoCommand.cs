using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary><c>publish redo</c>: an upload is done again.</summary>
/// <param name="shell">What it works with.</param>
internal sealed class RedoCommand(Shell shell) : DecisionCommand(
    shell,
    "redo",
    "Have an upload that was held, rejected or given up done again, by the policy as it is now.",
    "It stays in the ledger.",
    isOfUpload: true,
    "The agreement is signed.")
{
    /// <inheritdoc />
    protected override async Task<UploadState> DecideAsync(
        OperationContext context, UploadSelection edition, Signature signature, CancellationToken cancellation) =>
        (await new Redo(context).RunAsync(edition, signature, cancellation).ConfigureAwait(false)).State;

    /// <inheritdoc />
    protected override string Say(UploadState state, bool isCarriedOut) => "OPENED  Workers take the upload up again at their next sweep, within five minutes.";
}
