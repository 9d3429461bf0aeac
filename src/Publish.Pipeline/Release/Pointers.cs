using System.Text.Json;
using System.Text.Json.Nodes;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// The pointers of a dataset, <c>latest.json</c> of each edition and of the dataset, by which readers come to a version.
/// Each is what the history says, so whoever writes it last writes the same.
/// </summary>
internal sealed class Pointers(IPublicPlace place, string agency, string dataset)
{
    private const string FileName = "latest.json";
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>How a pointer is written: readers ask again after a minute.</summary>
    /// <param name="tag">The tag it was seen with.</param>
    /// <returns>The condition and what readers are told.</returns>
    public static BlobWrite Write(string? tag) => new(tag) { MaximumAge = MaximumAge };

    /// <summary>Points an edition to a version, unless the history has a later one.</summary>
    /// <param name="version">The version, in place and in the history.</param>
    /// <param name="history">The dataset's history.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the pointer is right.</returns>
    public Task PointAsync(StagedVersion version, PublishedHistory history, CancellationToken cancellation) =>
        PutAsync(EditionName(version.Edition), stop => OfEditionAsync(version, history, stop), cancellation);

    /// <summary>Points a withdrawn edition to nothing.</summary>
    /// <param name="entry">The history's entry of the version that was withdrawn.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the pointer is a tombstone.</returns>
    public Task BuryAsync(HistoryEntry entry, CancellationToken cancellation) =>
        PutAsync(EditionName(entry.Edition), _ => Task.FromResult<JsonObject?>(Tombstone(entry)), cancellation);

    /// <summary>Points the dataset to its newest edition that can be read, or to nothing where none can.</summary>
    /// <param name="history">The dataset's history.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the pointer is right.</returns>
    public Task PointDatasetAsync(PublishedHistory history, CancellationToken cancellation) =>
        PutAsync(Folder.Below(FileName), stop => OfDatasetAsync(history, stop), cancellation);

    private static async Task<JsonObject?> OfEditionAsync(StagedVersion version, PublishedHistory history, CancellationToken cancellation)
    {
        var entry = (await history.ReadAsync(cancellation).ConfigureAwait(false)).Versions
            .First(entry => entry.Edition == version.Edition && entry.Version == version.Version);
        return entry.State switch
        {
            VersionState.Withdrawn => Tombstone(entry),
            VersionState.Superseded => null,
            _ => Pointer(version, entry),
        };
    }

    // Editions of a dataset are named alike, so their names are in the order of time. One that is about to be pointed to
    // by another worker has no pointer yet: that worker comes here after it.
    private async Task<JsonObject?> OfDatasetAsync(PublishedHistory history, CancellationToken cancellation)
    {
        var versions = (await history.ReadAsync(cancellation).ConfigureAwait(false)).Versions;
        foreach (var entry in versions.Where(v => v.State == VersionState.Published).OrderByDescending(v => v.Edition, StringComparer.Ordinal))
        {
            var content = await place.ReadAsync(EditionName(entry.Edition), cancellation).ConfigureAwait(false);
            if (content is not null && JsonNode.Parse(content) is JsonObject pointer && pointer["files"] is JsonArray files)
            {
                foreach (var file in files)
                {
                    file!["url"] = $"{entry.Edition}/{file["url"]!.GetValue<string>()}";
                }

                return pointer;
            }
        }

        return Tombstone(versions[0]);
    }

    private async Task PutAsync(
        BlobName name, Func<CancellationToken, Task<JsonObject?>> content, CancellationToken cancellation)
    {
        while (true)
        {
            // The tag first: what is written replaces what was there before its content was worked out, or nothing.
            var tag = await place.FindTagAsync(name, cancellation).ConfigureAwait(false);
            if (await content(cancellation).ConfigureAwait(false) is not { } target)
            {
                return;
            }

            byte[] pointer = [.. JsonSerializer.SerializeToUtf8Bytes(target, Indented), (byte)'\n'];
            var there = tag is null ? null : await place.ReadAsync(name, cancellation).ConfigureAwait(false);
            if ((there is not null && there.AsSpan().SequenceEqual(pointer))
                || await place.TryWriteAsync(name, pointer, Write(tag), cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private static JsonObject Pointer(StagedVersion version, HistoryEntry entry) => new()
    {
        ["edition"] = version.Edition,
        ["version"] = version.Version,
        ["published"] = UtcMoment.Text(entry.Published),
        ["files"] = new JsonArray([.. version.Files.Select(file => new JsonObject
        {
            ["name"] = file.Name,
            ["bytes"] = file.Bytes,
            ["sha256"] = file.Sha256,
            ["url"] = $"{version.Version}/{file.Name}",
        })]),
    };

    private static JsonObject Tombstone(HistoryEntry entry) => new()
    {
        ["edition"] = entry.Edition,
        ["version"] = entry.Version,
        ["published"] = UtcMoment.Text(entry.Published),
        ["withdrawn"] = entry.Withdrawn is { } moment ? UtcMoment.Text(moment) : null,
        ["reason"] = entry.WithdrawalReason,
    };

    private BlobName Folder => new($"{Containers.Published}/{agency}/{dataset}");

    private BlobName EditionName(string edition) => Folder.Below(edition).Below(FileName);
}
