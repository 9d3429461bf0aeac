namespace Publish.Pipeline.Receipts;

/// <summary>What an audited version waits for.</summary>
/// <param name="NeedsApproval">Whether a person other than the uploader has to approve it.</param>
/// <param name="Due">When it may be published, or <see langword="null"/> for as soon as it is approved.</param>
public sealed record WaitingFacts(bool NeedsApproval, DateTimeOffset? Due);
