using System.Text.Json;
using System.Text.Json.Nodes;
using Publish.Metadata.Histories;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// Puts an audited version where its audience reads: the version's folder at once and whole, then the dataset's history, then the pointers, last.
/// Every step can be repeated after a death at any instant, with the same result.
/// </summary>
internal sealed class VersionRelease(IPublicPlace place, DatasetLedger ledger, TimeProvider time)
{
    /// <summary>Publishes a staged version.</summary>
    /// <param name="version">The version as staged and audited.</param>
    /// <param name="record">What the ledger is to hold of the edition.</param>
    /// <param name="cancellation">Stops the call between steps.</param>
    /// <returns>A task that ends when the pointers are in place.</returns>
    /// <exception cref="StopException">The edition, or its folder, holds something else.</exception>
    public async Task PublishAsync(StagedVersion version, EditionRecord record, CancellationToken cancellation)
    {
        var claimed = await ledger.ClaimAsync(version.Edition, record, cancellation).ConfigureAwait(false);
        if (claimed.ContentSha256 != record.ContentSha256 || claimed.PolicySha256 != record.PolicySha256)
        {
            throw new StopException(Verdict.Held, Pipeline.Release.ReleaseCodes.EditionAlreadyPublished, version.Edition);
        }

        if (!await place.TryPutFolderAsync(version.Folder, version.Path, cancellation).ConfigureAwait(false))
        {
            throw new StopException(Verdict.Held, Pipeline.Release.ReleaseCodes.VersionFolderDiffers, version.Folder.Value);
        }

        await WriteHistoryAsync(version, cancellation).ConfigureAwait(false);
        await PointAsync(version, cancellation).ConfigureAwait(false);
        await ledger.FinishAsync(version.Edition, claimed, cancellation).ConfigureAwait(false);
    }

    private async Task WriteHistoryAsync(StagedVersion version, CancellationToken cancellation)
    {
        var names = version.DatasetFolder.Value.Split('/');
        var entry = new HistoryEntry(version.Edition, version.Version, time.GetUtcNow(), VersionState.Published);
        await new PublicHistory(place, version.DatasetFolder).AddAsync(names[^2], names[^1], entry, cancellation).ConfigureAwait(false);
    }

    private async Task PointAsync(StagedVersion version, CancellationToken cancellation)
    {
        await PointAsync(version, version.DatasetFolder.Below(version.Edition), "", cancellation).ConfigureAwait(false);
        await PointAsync(version, version.DatasetFolder, version.Edition + "/", cancellation).ConfigureAwait(false);
    }

    // A pointer that is right already is left as it is, with the time at which the version was published.
    private async Task PointAsync(StagedVersion version, BlobName folder, string editionPath, CancellationToken cancellation)
    {
        var pointer = folder.Below(PointerName);
        bool isRight;
        do
        {
            var tag = await place.FindTagAsync(pointer, cancellation).ConfigureAwait(false);
            var there = await place.ReadAsync(pointer, cancellation).ConfigureAwait(false);
            isRight = (there is not null && PointsTo(JsonNode.Parse(there), version))
                || await place.TryWriteAsync(pointer, PointerOf(version, editionPath), new BlobWrite(tag), cancellation).ConfigureAwait(false);
        }
        while (!isRight);
    }

    // At this version, or at a newer edition: editions of a dataset are named alike, so their names are in the order of time.
    private static bool PointsTo(JsonNode? pointer, StagedVersion version)
    {
        var order = string.CompareOrdinal(pointer?["edition"]?.GetValue<string>(), version.Edition);
        return order > 0 || (order == 0 && pointer?["version"]?.GetValue<string>() == version.Version);
    }

    private byte[] PointerOf(StagedVersion version, string editionPath)
    {
        var files = new JsonArray();
        foreach (var file in version.Files)
        {
            files.Add(new JsonObject
            {
                ["name"] = file.Name,
                ["bytes"] = file.Bytes,
                ["sha256"] = file.Sha256,
                ["url"] = $"{editionPath}{version.Version}/{file.Name}",
            });
        }

        var pointer = new JsonObject
        {
            ["edition"] = version.Edition,
            ["version"] = version.Version,
            ["published"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["files"] = files,
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(pointer, Indented), (byte)'\n'];
    }

    private const string PointerName = "latest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
}
