using System.Security.Cryptography;
using Publish.Storage;

namespace Publish.Portal.Building;

/// <summary>
/// What a build takes over from the last one, so that it need not read what did not change. Nothing of it is trusted
/// further than its digests: where a record or a file is missing or is not what the last build wrote, the build reads what
/// is published instead, and the site is the same.
/// </summary>
/// <param name="place">Where the site lies.</param>
/// <param name="record">The record of the last build; one without anything where all is built anew.</param>
internal sealed class LastBuild(IBlobPlace place, BuildRecord record)
{
    private readonly HashSet<DatasetSummary> _datasets = new(record.Datasets, ReferenceEqualityComparer.Instance);

    /// <summary>The record.</summary>
    public BuildRecord Record => record;

    /// <summary>Whether a dataset is as it was: its summary was taken over from the record.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <returns>True where nothing happened to it.</returns>
    public bool IsUnchanged(DatasetSummary dataset) => _datasets.Contains(dataset);

    /// <summary>Reads a file of the site.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its content, or <see langword="null"/> where it is not the one that the last build wrote.</returns>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!record.Files.TryGetValue(path, out var digest)
            || await place.ReadAsync(new BlobName(path), cancellation).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        return Convert.ToHexStringLower(SHA256.HashData(content)) == digest ? content : null;
    }
}
