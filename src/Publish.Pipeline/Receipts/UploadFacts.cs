namespace Publish.Pipeline.Receipts;

/// <summary>The upload as it was read.</summary>
/// <param name="Bytes">Bytes of the file as sent.</param>
/// <param name="Sha256">Digest of the file as sent, lower-case hexadecimal.</param>
/// <param name="Format">What it was read as, for example <c>csv, utf-8</c>.</param>
/// <param name="Rows">Rows of data, the header not among them.</param>
public sealed record UploadFacts(long Bytes, string Sha256, string Format, long Rows);
