using System.Text.Json;
using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Receipts;

/// <summary>A receipt as JSON, for machines and for the record.</summary>
public static class ReceiptJson
{
    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>Indented JSON in UTF-8, ending with a line break.</returns>
    public static byte[] Write(Receipt receipt) => [.. JsonSerializer.SerializeToUtf8Bytes(receipt, LedgerJson.Options), (byte)'\n'];

    /// <summary>Reads a receipt back.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <returns>The receipt.</returns>
    /// <exception cref="JsonException">The text is no receipt.</exception>
    public static Receipt Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Receipt>(json, LedgerJson.Options) ?? throw new JsonException("The receipt is empty.");
}
