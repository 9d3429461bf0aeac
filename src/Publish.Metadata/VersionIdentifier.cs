using System.Security.Cryptography;
using System.Text;

namespace Publish.Metadata;

/// <summary>
/// Identifiers that never change, wherever a version is kept: UUIDs made of the names by SHA-256 (RFC 9562, version 8,
/// as its appendix B.2 shows it).
/// </summary>
public static class VersionIdentifier
{
    private const string Namespace = "publish:";

    /// <summary>The identifier of a version, an edition or a dataset.</summary>
    /// <param name="audience">
    /// Whom it is for: audiences get different files under the same names, so what one of them gets is another thing.
    /// </param>
    /// <param name="names">Agency, dataset, and where meant edition and version.</param>
    /// <returns>A URN, <c>urn:uuid:…</c>.</returns>
    public static string Of(string audience, params IEnumerable<string> names)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{Namespace}{audience}/{string.Join('/', names)}"));
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(digest.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
