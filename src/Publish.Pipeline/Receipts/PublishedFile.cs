namespace Publish.Pipeline.Receipts;

/// <summary>A published file.</summary>
/// <param name="Name">The name within the version's folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
public sealed record PublishedFile(string Name, long Bytes, string Sha256);
