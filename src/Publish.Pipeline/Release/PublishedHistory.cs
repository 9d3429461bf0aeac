using System.Text.Json;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// The history of a dataset in an audience's place. Each change is made to what was last seen, so none is lost.
/// </summary>
internal sealed class PublishedHistory(IPublicPlace place, string agency, string dataset)
{
    /// <summary>Adds a version that is in place. What it corrects is superseded.</summary>
    /// <param name="version">The version.</param>
    /// <param name="correction">What it corrects, or <see langword="null"/>.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the history has the version.</returns>
    public async Task AddAsync(
        StagedVersion version, Correction? correction, DateTimeOffset now, CancellationToken cancellation)
    {
        var entry = new HistoryEntry(version.Edition, version.Version, now, VersionState.Published)
        {
            Supersedes = correction?.Supersedes,
            Reason = correction?.Reason,
        };
        await ChangeAsync(versions => versions.Any(entry.IsOfSame) ? versions : [Own(versions), .. versions.Select(Superseded)], about: null, cancellation).ConfigureAwait(false);

        // What a person withdrew meanwhile stays withdrawn, whoever comes late to it.
        HistoryEntry Own(IReadOnlyList<HistoryEntry> versions) =>
            versions.FirstOrDefault(other => other.Edition == entry.Edition && other.State == VersionState.Withdrawn) is { } gone
                ? entry with { State = VersionState.Withdrawn, Withdrawn = gone.Withdrawn, WithdrawalReason = gone.WithdrawalReason }
                : entry;

        HistoryEntry Superseded(HistoryEntry other) => other.Edition == entry.Edition && other.State == VersionState.Published
            ? other with { State = VersionState.Superseded }
            : other;
    }

    /// <summary>Looks whether readers have a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Whether the history has it as published.</returns>
    public async Task<bool> HasAsync(StagedVersion version, CancellationToken cancellation) =>
        (await ReadAsync(cancellation).ConfigureAwait(false)).Versions
            .Any(entry => (entry.Edition, entry.Version, entry.State) == (version.Edition, version.Version, VersionState.Published));

    /// <summary>Notes that an edition is withdrawn. Where it was the last, what the dataset was called is kept.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="reason">Why, for everyone to read.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the history says so.</returns>
    public async Task WithdrawAsync(string edition, string reason, DateTimeOffset now, CancellationToken cancellation) =>
        await ChangeAsync(
            versions => [.. versions.Select(v => v.Edition == edition && v.State != VersionState.Withdrawn
                ? v with { State = VersionState.Withdrawn, Withdrawn = now, WithdrawalReason = reason }
                : v)],
            await FindDescriptionAsync(edition, cancellation).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    /// <summary>Reads the history.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The history; before the first version one that has none.</returns>
    public async Task<DatasetHistory> ReadAsync(CancellationToken cancellation) =>
        await place.ReadAsync(Name, cancellation).ConfigureAwait(false) is { } json
            ? MetadataJson.Read<DatasetHistory>(json)
            : new DatasetHistory(agency, dataset, []);

    private async Task ChangeAsync(
        Func<IReadOnlyList<HistoryEntry>, IReadOnlyList<HistoryEntry>> change, DataPackage? about, CancellationToken cancellation)
    {
        while (true)
        {
            var tag = await place.FindTagAsync(Name, cancellation).ConfigureAwait(false);
            var history = await ReadAsync(cancellation).ConfigureAwait(false);
            var changed = history with { Versions = change(history.Versions) };
            changed = changed with { About = changed.Current is null ? history.About ?? about : null };
            if (changed.Versions.SequenceEqual(history.Versions)
                || await place.TryWriteAsync(Name, MetadataJson.Write(changed), Pointers.Write(tag), cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    // The files of the edition go when the history says that it is withdrawn: this is the last time to read them.
    private async Task<DataPackage?> FindDescriptionAsync(string edition, CancellationToken cancellation)
    {
        var history = await ReadAsync(cancellation).ConfigureAwait(false);
        if (history.Versions.FirstOrDefault(entry => entry.Edition == edition && entry.State == VersionState.Published) is not { } entry
            || await place.ReadAsync(NameOf(entry.Folder + DataPackage.FileName), cancellation).ConfigureAwait(false) is not { } json)
        {
            return null;
        }

        try
        {
            var package = MetadataJson.Read<DataPackage>(json);
            return package with { Resources = [], Publish = package.Publish with { Releases = [] } };
        }
        catch (JsonException)
        {
            // A withdrawal does not wait for what describes the version.
            return null;
        }
    }

    private BlobName Name => NameOf(DatasetHistory.FileName);

    private BlobName NameOf(string path) => new($"{Containers.Published}/{agency}/{dataset}/{path}");
}
