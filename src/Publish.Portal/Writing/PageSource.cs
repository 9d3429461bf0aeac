using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Publish.Metadata;
using Publish.Portal.Building;

namespace Publish.Portal.Writing;

/// <summary>
/// Digests what a page is made from, so that it is rendered only when that changed. All that a page shows is in it: a
/// dataset is in it whole, by a digest of its own that is computed once.
/// </summary>
internal static class PageSource
{
    private static readonly ConditionalWeakTable<DatasetSummary, string> Digests = [];
    private static readonly JsonSerializerOptions Options = new() { Converters = { new SummaryDigest() } };

    /// <summary>Digests what a page is made from.</summary>
    /// <param name="parts">Everything it shows but the site's own settings and texts.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static string Of(object? parts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts, Options)));

    private sealed class SummaryDigest : JsonConverter<DatasetSummary>
    {
        public override DatasetSummary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DatasetSummary value, JsonSerializerOptions options) => writer.WriteStringValue(
            Digests.GetValue(value, summary => Convert.ToHexStringLower(SHA256.HashData(MetadataJson.Write(summary)))));
    }
}
