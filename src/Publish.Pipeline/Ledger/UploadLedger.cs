using System.Runtime.CompilerServices;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>
/// The records of uploads. While one is not settled, a mark of it lies among the open ones, so that what a dead worker left
/// is found without reading the whole ledger: the mark is there before the record, and goes when all is put away.
/// </summary>
public sealed class UploadLedger(IPrivatePlace place)
{
    private const string Records = Containers.Ledger + "/uploads/";
    private const string Open = Containers.Ledger + "/open/";
    private const string Unknown = "_unknown";

    /// <summary>Finds the record of an upload.</summary>
    /// <param name="identity">The upload.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record as it is now, or <see langword="null"/> when there is none.</returns>
    public Task<Seen<UploadRecord>?> FindAsync(UploadIdentity identity, CancellationToken cancellation) =>
        ReadAsync(NameOf(identity.Agency, identity.Dataset, identity.Edition, identity.Key), cancellation);

    /// <summary>Finds a record by its name.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record as it is now, or <see langword="null"/> when there is none.</returns>
    public Task<Seen<UploadRecord>?> FindAsync(
        string agency, string dataset, string edition, string key, CancellationToken cancellation) =>
        ReadAsync(NameOf(agency, dataset, edition, key), cancellation);

    /// <summary>Reads a record anew.</summary>
    /// <param name="record">The record as it was.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record as it is now, or <see langword="null"/> when there is none.</returns>
    public Task<Seen<UploadRecord>?> FindAsync(UploadRecord record, CancellationToken cancellation) =>
        ReadAsync(NameOf(record), cancellation);

    /// <summary>Writes a record where it is what was last seen.</summary>
    /// <param name="record">The record as it is to be.</param>
    /// <param name="tag">The tag it was seen with, or <see langword="null"/> for a new one.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The new tag, or <see langword="null"/> when another has written it.</returns>
    public async Task<string?> TryWriteAsync(UploadRecord record, string? tag, CancellationToken cancellation)
    {
        if (!record.IsSettled)
        {
            await place.TryWriteAsync(MarkOf(record), LedgerJson.Write(record), BlobWrite.New, cancellation).ConfigureAwait(false);
        }

        var name = NameOf(record);
        var written = await place.TryWriteAsync(name, LedgerJson.Write(record), new BlobWrite(tag), cancellation).ConfigureAwait(false);

        // A refusal may be of a repeated request whose first answer was lost: then what is there is what was to be written.
        var seen = await ReadAsync(name, cancellation).ConfigureAwait(false);
        if (seen is null || (!written && seen.Record != record))
        {
            return null;
        }

        return seen.Record == record ? seen.Tag : null;
    }

    /// <summary>Takes the mark of a settled record away.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when there is no mark.</returns>
    public Task CloseAsync(UploadRecord record, CancellationToken cancellation) =>
        place.TryDeleteAsync(MarkOf(record), BlobWrite.AnyTag, cancellation);

    /// <summary>Lists what is not settled.</summary>
    /// <param name="cancellation">Stops the listing.</param>
    /// <returns>The records as they were when they were marked.</returns>
    public IAsyncEnumerable<UploadRecord> OpenAsync(CancellationToken cancellation) => ListAsync(Open, cancellation);

    /// <summary>Lists the records of an agency, a dataset or all.</summary>
    /// <param name="below">The agency, <c>agency/dataset</c> or <c>agency/dataset/edition</c>; empty for all.</param>
    /// <param name="cancellation">Stops the listing.</param>
    /// <returns>The records, in the order of their names.</returns>
    public IAsyncEnumerable<UploadRecord> AllAsync(string below, CancellationToken cancellation) =>
        ListAsync(Records + (below.Length == 0 ? "" : below + "/"), cancellation);

    private async IAsyncEnumerable<UploadRecord> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in place.ListAsync(prefix, cancellation).ConfigureAwait(false))
        {
            if (await LedgerJson.ReadAsync<UploadRecord>(place, new BlobName(entry.Name), cancellation).ConfigureAwait(false) is { } record)
            {
                yield return record;
            }
        }
    }

    // The tag first: a content that is newer than its tag is not overwritten with it.
    private async Task<Seen<UploadRecord>?> ReadAsync(BlobName name, CancellationToken cancellation)
    {
        var tag = await place.FindTagAsync(name, cancellation).ConfigureAwait(false);
        var record = tag is null ? null : await LedgerJson.ReadAsync<UploadRecord>(place, name, cancellation).ConfigureAwait(false);
        return record is null ? null : new Seen<UploadRecord>(record, tag!);
    }

    private static BlobName NameOf(UploadRecord record) => NameOf(record.Agency, record.Dataset, record.Edition, record.Key);

    private static BlobName NameOf(string? agency, string? dataset, string? edition, string key) =>
        new($"{Records}{agency ?? Unknown}/{dataset ?? Unknown}/{edition ?? Unknown}/{key}.json");

    private static BlobName MarkOf(UploadRecord record) => new($"{Open}{record.Key}.json");
}
