using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>Records of the ledger, and receipts, as JSON.</summary>
internal static class LedgerJson
{
    /// <summary>How they are written: for machines first, and for people who look.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>Indented JSON.</returns>
    public static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="place">Where it is kept.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record, or <see langword="null"/> when there is none.</returns>
    public static async Task<T?> ReadAsync<T>(IBlobPlace place, BlobName name, CancellationToken cancellation)
        where T : class
    {
        var json = await place.ReadAsync(name, cancellation).ConfigureAwait(false);
        return json is null ? null : JsonSerializer.Deserialize<T>(json, Options);
    }
}
