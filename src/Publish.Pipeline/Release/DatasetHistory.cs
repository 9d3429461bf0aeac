using System.Globalization;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// The history of a dataset that an audience reads, <c>history.json</c>: every version that was ever published, newest
/// first. Each change is made to what was last seen, so none is lost.
/// </summary>
internal sealed class DatasetHistory(IPublicPlace place, string agency, string dataset)
{
    private const string FileName = "history.json";

    /// <summary>How moments are written.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>ISO 8601 in UTC, to the second.</returns>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Adds a version that is in place.</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The history's entry of the version: this one, or the one that an earlier attempt added.</returns>
    public async Task<HistoryVersion> AddAsync(StagedVersion version, DateTimeOffset now, CancellationToken cancellation)
    {
        var entry = new HistoryVersion(version.Edition, version.Version, Text(now), HistoryState.Published);
        await ChangeAsync(
            versions => versions.Any(entry.IsSame) ? versions : [entry, .. versions], cancellation).ConfigureAwait(false);
        return (await ReadAsync(cancellation).ConfigureAwait(false)).First(entry.IsSame);
    }

    /// <summary>Notes that an edition is withdrawn.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="reason">Why, for everyone to read.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the history says so.</returns>
    public Task WithdrawAsync(string edition, string reason, DateTimeOffset now, CancellationToken cancellation) =>
        ChangeAsync(
            versions => [.. versions.Select(v => v.Edition == edition && v.State != HistoryState.Withdrawn
                ? v with { State = HistoryState.Withdrawn, Reason = reason, Withdrawn = Text(now) }
                : v)],
            cancellation);

    /// <summary>Reads the history.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The versions, newest first; none before the first.</returns>
    public async Task<IReadOnlyList<HistoryVersion>> ReadAsync(CancellationToken cancellation) =>
        (await LedgerJson.ReadAsync<Page>(place, Name, cancellation).ConfigureAwait(false))?.Versions ?? [];

    private async Task ChangeAsync(
        Func<IReadOnlyList<HistoryVersion>, IReadOnlyList<HistoryVersion>> change, CancellationToken cancellation)
    {
        while (true)
        {
            var tag = await place.FindTagAsync(Name, cancellation).ConfigureAwait(false);
            var versions = await ReadAsync(cancellation).ConfigureAwait(false);
            var changed = change(versions);
            if (changed.SequenceEqual(versions))
            {
                return;
            }

            byte[] page = [.. LedgerJson.Write(new Page(dataset, agency, changed)), (byte)'\n'];
            if (await place.TryWriteAsync(Name, page, Pointers.Write(tag), cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private BlobName Name => new($"{Containers.Published}/{agency}/{dataset}/{FileName}");

    private sealed record Page(string Dataset, string Agency, IReadOnlyList<HistoryVersion> Versions);
}
