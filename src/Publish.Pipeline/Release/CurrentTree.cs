using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// The newest version of each edition of a table in one tree, <c>current/{release}/edition={edition}/{release}.parquet</c>,
/// so that engines read all editions with one glob and none twice.
/// </summary>
internal static class CurrentTree
{
    private const string Folder = "current";

    /// <summary>Copies the Parquet files of a version that is in place.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the tree has them.</returns>
    public static async Task PutAsync(IPublicPlace place, StagedVersion version, CancellationToken cancellation)
    {
        foreach (var release in version.Releases)
        {
            var name = NameOf(version.DatasetFolder, version.Edition, release);

            // One version an edition: what is there already is this one, put before.
            if (!await place.TryCopyAsync(version.Folder.Below(release + StagedVersion.ParquetEnding), name, null, cancellation).ConfigureAwait(false)
                && await place.FindAsync(name, cancellation).ConfigureAwait(false) is null)
            {
                throw new IOException("A file of a version in place could not be copied.");
            }
        }
    }

    /// <summary>Takes an edition out of the tree.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="dataset">The dataset's folder.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when nothing of the edition is in the tree.</returns>
    public static async Task RemoveAsync(IPublicPlace place, BlobName dataset, string edition, CancellationToken cancellation)
    {
        await foreach (var entry in place.ListAsync($"{dataset.Below(Folder)}/", cancellation).ConfigureAwait(false))
        {
            if (entry.Name.Contains($"/edition={edition}/", StringComparison.Ordinal))
            {
                await place.TryDeleteAsync(new BlobName(entry.Name), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static BlobName NameOf(BlobName dataset, string edition, string release) =>
        dataset.Below($"{Folder}/{release}/edition={edition}/{release}{StagedVersion.ParquetEnding}");
}
