using System.Text;
using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Receipts;

/// <summary>Keeps receipts in private storage, each as JSON and as text.</summary>
public sealed class ReceiptShelf(IPrivatePlace place)
{
    private const string Unknown = "_unknown";

    /// <summary>Keeps a receipt. A run whose receipt cannot be kept fails: silence is not an answer.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The name of the JSON blob.</returns>
    public async Task<BlobName> KeepAsync(Receipt receipt, CancellationToken cancellation)
    {
        var folder = FolderOf(receipt.Agency, receipt.Dataset, receipt.Edition);
        var name = new BlobName($"{folder}/{receipt.Id}.json");
        await place.TryWriteAsync(name, ReceiptJson.Write(receipt), BlobWrite.Any, cancellation).ConfigureAwait(false);
        await place.TryWriteAsync(
            new BlobName($"{folder}/{receipt.Id}.txt"),
            Encoding.UTF8.GetBytes(ReceiptText.Write(receipt)),
            BlobWrite.Any,
            cancellation).ConfigureAwait(false);
        return name;
    }

    /// <summary>Finds the receipt of an upload.</summary>
    /// <param name="record">The upload's record.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The receipt, or <see langword="null"/> when there is none.</returns>
    public async Task<Receipt?> FindAsync(UploadRecord record, CancellationToken cancellation)
    {
        var name = $"{FolderOf(record.Agency, record.Dataset, record.Edition)}/{record.Receipt}.json";
        return record.Receipt is not null && await place.ReadAsync(new BlobName(name), cancellation).ConfigureAwait(false) is { } json
            ? ReceiptJson.Read(json)
            : null;
    }

    private static string FolderOf(string? agency, string? dataset, string? edition) =>
        $"{Containers.Receipts}/{agency ?? Unknown}/{dataset ?? Unknown}/{edition ?? Unknown}";
}
