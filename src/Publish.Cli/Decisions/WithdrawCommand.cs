using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary><c>publish withdraw</c>: a published edition is taken back.</summary>
/// <param name="shell">What it works with.</param>
internal sealed class WithdrawCommand(Shell shell) : DecisionCommand(
    shell,
    "withdraw",
    "Withdraw a published edition: its files go, and pointers and pages say why.",
    "Everybody can read it.",
    isOfUpload: false,
    "A column was wrong.")
{
    /// <inheritdoc />
    protected override async Task<UploadState> DecideAsync(
        OperationContext context, UploadSelection edition, Signature signature, CancellationToken cancellation)
    {
        await new Withdrawal(context).RunAsync(edition, signature, cancellation).ConfigureAwait(false);
        return UploadState.Withdrawn;
    }

    /// <inheritdoc />
    protected override string Say(UploadState state, bool isCarriedOut) => isCarriedOut
        ? "WITHDRAWN  No file of the edition can be read here any more. Copies that were downloaded, or that caches keep for up to a day, are beyond reach."
        : "WITHDRAWN  The workers take the files away within a minute. Copies that were downloaded, or that caches keep for up to a day, are beyond reach.";
}
