namespace Publish.Pipeline.Receipts;

/// <summary>The policy a run followed.</summary>
/// <param name="Sha256">Digest of the policy and the files it names, lower-case hexadecimal.</param>
/// <param name="Agreement">The agreement's identifier.</param>
public sealed record PolicyFacts(string Sha256, string Agreement);
