using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Counts what an installation has to do and has done.</summary>
/// <param name="place">Private storage.</param>
/// <param name="time">The clock.</param>
public sealed class HealthSurvey(IPrivatePlace place, TimeProvider time)
{
    // A timer that fires every minute has had its turn, and a deletion its night.
    private static readonly TimeSpan TimerPatience = TimeSpan.FromMinutes(5);
    private const int DeletionPatienceDays = 1;

    private readonly DateTimeOffset _now = time.GetUtcNow();

    /// <summary>Counts.</summary>
    /// <param name="cancellation">Stops the counting.</param>
    /// <returns>The numbers as they are about now.</returns>
    public async Task<Health> RunAsync(CancellationToken cancellation)
    {
        var records = new Dictionary<string, UploadRecord>(StringComparer.Ordinal);
        await foreach (var record in new UploadLedger(place).AllAsync("", cancellation).ConfigureAwait(false))
        {
            records[record.Key] = record;
        }

        var (kept, overdue, unmet) = (0, 0, 0);
        var folders = new Dictionary<string, bool>(StringComparer.Ordinal);
        DateTimeOffset? oldest = null;
        await foreach (var upload in place.ListAsync(Containers.Uploads + "/", cancellation).ConfigureAwait(false))
        {
            kept++;
            var identity = UploadIdentity.Of(upload.Name, upload.Tag);
            if (identity is { IsRight: true, Kind: UploadKind.Part or UploadKind.Marker })
            {
                folders[identity.FolderPath] = folders.GetValueOrDefault(identity.FolderPath) || identity.Kind == UploadKind.Marker;
            }

            if (records.TryGetValue(identity.Key, out var record))
            {
                overdue += record.IsSettled && record.RawKeptUntil?.AddDays(DeletionPatienceDays) < DateOnly.FromDateTime(_now.UtcDateTime) ? 1 : 0;
            }
            else if (identity is not { IsRight: true, Kind: UploadKind.Part })
            {
                unmet++;
                oldest = Earlier(oldest, upload.LastModified);
            }
        }

        var uploads = records.Values.Where(record => !IsPartOfOne(record)).ToArray();
        foreach (var open in uploads.Where(record => !record.IsSettled))
        {
            oldest = Earlier(oldest, open.Received);
        }

        return new Health
        {
            Uploads = uploads.CountBy(record => record.State).ToDictionary(),
            Unmet = unmet,
            OpenFolders = folders.Values.Count(isClosed => !isClosed),
            Abandoned = records.Values.Count(record => record.State == UploadState.Running && record.Claim?.Until < _now),
            LongestWait = oldest is { } since ? TimeSpan.FromTicks(Math.Max(0, (_now - since).Ticks)) : null,
            Overdue = uploads.Count(record => record.State == UploadState.Embargoed && record.Due + TimerPatience < _now),
            RawKept = kept,
            RawOverdue = overdue,
            Datasets = uploads.Where(record => record.Dataset is not null).DistinctBy(record => (record.Agency, record.Dataset)).Count(),
        };
    }

    // A part is told by the marker of its folder; one that came too late has an answer of its own.
    private static bool IsPartOfOne(UploadRecord record) =>
        record.State is UploadState.Received or UploadState.Running or UploadState.Grouped
        && record.Upload is { } name && UploadIdentity.Of(name, record.Tag!) is { Kind: UploadKind.Part };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
