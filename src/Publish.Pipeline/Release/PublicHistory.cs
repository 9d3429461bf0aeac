using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>Keeps the public history of a dataset beside its versions, from which its page and feeds are made.</summary>
internal sealed class PublicHistory(IPublicPlace place, BlobName datasetFolder)
{
    private readonly BlobName _name = datasetFolder.Below(DatasetHistory.FileName);

    /// <summary>Adds a version, unless it is there already.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="entry">The version; its folder is in place.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The entry that is there now: this one, or the one an earlier run wrote, with the moment it was published.</returns>
    public async Task<HistoryEntry> AddAsync(string agency, string dataset, HistoryEntry entry, CancellationToken cancellation)
    {
        while (true)
        {
            var tag = await place.FindTagAsync(_name, cancellation).ConfigureAwait(false);
            var there = tag is null ? null : await place.ReadAsync(_name, cancellation).ConfigureAwait(false);
            var before = there is null ? new DatasetHistory(agency, dataset, []) : MetadataJson.Read<DatasetHistory>(there);
            var after = before.With(entry);
            if (ReferenceEquals(after, before)
                || await place.TryWriteAsync(_name, MetadataJson.Write(after), new BlobWrite(tag), cancellation).ConfigureAwait(false))
            {
                return after.Versions.First(other => other.Edition == entry.Edition && other.Version == entry.Version);
            }
        }
    }
}
