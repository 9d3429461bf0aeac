using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publish.Metadata;

/// <summary>A certificate as JSON: the same certificate gives the same bytes.</summary>
public static class CertificateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>Indented JSON in UTF-8, ending with a line break.</returns>
    public static byte[] Write(Certificate certificate) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(certificate, Options), (byte)'\n'];

    /// <summary>Reads a certificate.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="JsonException">The text is no certificate of a known format.</exception>
    public static Certificate Read(ReadOnlySpan<byte> json)
    {
        var certificate = JsonSerializer.Deserialize<Certificate>(json, Options);
        return certificate is { Format: 1 } && certificate.Files?.Any(file => file is null) != true && certificate.Releases.All(IsWhole)
            ? certificate
            : throw new JsonException("The certificate's format is not known.");
    }

    // The deserialiser keeps null out of properties but not out of lists.
    private static bool IsWhole(CertifiedRelease release) =>
        release is not null
        && release.Files.All(file => file is not null)
        && release.Keys.All(key => key is not null && key.Columns.All(column => column is not null))
        && release.Columns.All(column => column is not null)
        && release.Rules.All(rule => rule is not null)
        && release.Audit.All(attack => attack is not null)
        && release.Attested.All(sentence => sentence is not null);
}
