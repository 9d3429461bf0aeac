using System.Text;
using Publish.Storage;

namespace Publish.Pipeline.Receipts;

/// <summary>Keeps receipts in private storage, each as JSON and as text.</summary>
internal sealed class ReceiptShelf(IPrivatePlace place)
{
    private const string Unknown = "_unknown";

    /// <summary>Keeps a receipt. A run whose receipt cannot be kept fails: silence is not an answer.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The name of the JSON blob.</returns>
    public async Task<BlobName> KeepAsync(Receipt receipt, CancellationToken cancellation)
    {
        var folder = $"receipts/{receipt.Agency ?? Unknown}/{receipt.Dataset ?? Unknown}/{receipt.Edition ?? Unknown}";
        var name = new BlobName($"{folder}/{receipt.Id}.json");
        await place.TryWriteAsync(name, ReceiptJson.Write(receipt), BlobWrite.Any, cancellation).ConfigureAwait(false);
        await place.TryWriteAsync(
            new BlobName($"{folder}/{receipt.Id}.txt"),
            Encoding.UTF8.GetBytes(ReceiptText.Write(receipt)),
            BlobWrite.Any,
            cancellation).ConfigureAwait(false);
        return name;
    }
}
