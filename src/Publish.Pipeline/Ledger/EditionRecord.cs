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
    /// <summary>Whether another record is of the same content under the same policy.</summary>
    /// <param name="other">The other record.</param>
    /// <returns>Then the two publish the same version.</returns>
    public bool IsOfSame(EditionRecord other) =>
        ContentSha256 == other.ContentSha256 && PolicySha256 == other.PolicySha256;
}
