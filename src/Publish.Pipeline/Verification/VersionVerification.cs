using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Verification;

/// <summary>What the check of one published version found.</summary>
/// <param name="Folder">The version's folder, relative to the folder asked for.</param>
/// <param name="Title">The dataset's title, or <see langword="null"/> where the certificate cannot be read.</param>
/// <param name="Checks">What was checked, with numbers.</param>
/// <param name="Findings">Every broken promise; empty for a version that keeps them.</param>
/// <param name="Attested">What the files alone cannot show and has to be believed, one sentence each.</param>
public sealed record VersionVerification(
    string Folder,
    string? Title,
    IReadOnlyList<AuditFacts> Checks,
    IReadOnlyList<FindingGroup> Findings,
    IReadOnlyList<string> Attested)
{
    /// <summary>Whether the version keeps its promises.</summary>
    public bool IsVerified => Findings.Count == 0;
}
