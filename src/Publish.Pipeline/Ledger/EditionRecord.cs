namespace Publish.Pipeline.Ledger;

/// <summary>What the ledger keeps of an edition: which content under which policy was published as which version.</summary>
/// <param name="ContentSha256">Digest of the upload, lower-case hexadecimal.</param>
/// <param name="PolicySha256">Digest of the policy and the files it names.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="State">How far its publication is.</param>
internal sealed record EditionRecord(string ContentSha256, string PolicySha256, string Version, EditionState State);
