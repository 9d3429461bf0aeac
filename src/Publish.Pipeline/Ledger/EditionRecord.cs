using Publish.Metadata;
using Publish.Pipeline.Corrections;

namespace Publish.Pipeline.Ledger;

/// <summary>What the ledger keeps of an edition: which content under which policy was published as which version.</summary>
/// <param name="ContentSha256">Digest of the upload, lower-case hexadecimal.</param>
/// <param name="PolicySha256">Digest of the policy and the files it names.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="State">How far its publication is.</param>
/// <param name="Receipt">The receipt of the upload that it was claimed for, where it was one of the ledger's.</param>
internal sealed record EditionRecord(
    string ContentSha256, string PolicySha256, string Version, EditionState State, string? Receipt = null)
{
    /// <summary>When the upload that it was claimed for was received, where it was one of the ledger's.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>What the version corrects; <see langword="null"/> for the first of its edition.</summary>
    public Correction? Correction { get; init; }

    /// <summary>
    /// What each audience had before it, by the audience's name: it says so in <c>changes.json</c>, and must say the same
    /// when it is made again, whatever was published or withdrawn meanwhile.
    /// </summary>
    public IReadOnlyDictionary<string, VersionContents> Before { get; init; } = new Dictionary<string, VersionContents>();

    /// <summary>Whether another record is of the same content under the same policy.</summary>
    /// <param name="other">The other record.</param>
    /// <returns>Then the two publish the same version.</returns>
    public bool IsOfSame(EditionRecord other) =>
        ContentSha256 == other.ContentSha256 && PolicySha256 == other.PolicySha256;

    /// <summary>Whether another record is compared with the same versions.</summary>
    /// <param name="other">The other record.</param>
    /// <returns>Then the two, where they are of the same content, write the same bytes.</returns>
    public bool HasSameBefore(EditionRecord other) =>
        Before.Count == other.Before.Count
        && Before.All(pair => other.Before.TryGetValue(pair.Key, out var before)
            && (before.Edition, before.Version) == (pair.Value.Edition, pair.Value.Version));
}
