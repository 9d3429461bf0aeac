namespace Publish.Metadata;

/// <summary>A published file and its digest.</summary>
/// <param name="Name">The name within the version's folder.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Bytes">The size.</param>
/// <param name="Sha256">The digest, lower-case hexadecimal.</param>
public sealed record CertifiedFile(string Name, string MediaType, long Bytes, string Sha256);
