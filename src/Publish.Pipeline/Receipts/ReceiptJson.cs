using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publish.Pipeline.Receipts;

/// <summary>A receipt as JSON, for machines and for the record.</summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>Indented JSON in UTF-8, ending with a line break.</returns>
    public static byte[] Write(Receipt receipt) => [.. JsonSerializer.SerializeToUtf8Bytes(receipt, Options), (byte)'\n'];

    /// <summary>Reads a receipt back.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="JsonException">The text is no receipt.</exception>
    public static Receipt Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Receipt>(json, Options) ?? throw new JsonException("The receipt is empty.");
}
