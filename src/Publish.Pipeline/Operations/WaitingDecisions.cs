using Publish.Pipeline.Ledger;
using Publish.Pipeline.Release;

namespace Publish.Pipeline.Operations;

/// <summary>
/// What people decided about a version that waits, from the lines that nobody can rewrite and from what was kept with the
/// version. The state in the ledger is not asked: who may decide may write it.
/// </summary>
/// <param name="version">The version.</param>
/// <param name="decisions">The decisions about its dataset.</param>
internal sealed class WaitingDecisions(WaitingVersion version, IReadOnlyCollection<Decision> decisions)
{
    /// <summary>Whether it may be published as far as people are concerned.</summary>
    /// <remarks>Where one approved it and another rejected it, it may not.</remarks>
    public bool AllowRelease
    {
        get
        {
            var senders = Senders.Of(version.Uploader, version.Upload, decisions);
            return !version.Waiting.NeedsApproval
                || (senders.AreKnown && Of(DecisionKind.Approve).Any(approval => !senders.Include(approval.By)) && !Of(DecisionKind.Reject).Any());
        }
    }

    /// <summary>Why it is rejected, or <see langword="null"/> where nobody rejected it.</summary>
    public string? RejectedBecause => Of(DecisionKind.Reject).LastOrDefault()?.Reason;

    private IEnumerable<Decision> Of(DecisionKind kind) => decisions.Where(decision => decision.Kind == kind && decision.Receipt == version.Receipt);
}
