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

    /// <summary>Copies the Parquet files of a version that is in place, over those of the version that it corrects.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="version">The version.</param>
    /// <param name="isCorrection">Whether it corrects another; where not, what is there already is this one, put before.</param>
    /// <param name="isNewest">Whether the edition has no later version by now.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when the tree has them, or those of a later version.</returns>
    public static async Task PutAsync(
        IPublicPlace place, StagedVersion version, bool isCorrection, Func<CancellationToken, Task<bool>> isNewest, CancellationToken cancellation)
    {
        foreach (var release in version.Releases)
        {
            var source = version.Folder.Below(release + StagedVersion.ParquetEnding);
            var name = NameOf(version.DatasetFolder, version.Edition, release);
            while (true)
            {
                // The tag first: a later version that comes in between has another, and is not replaced.
                var tag = await place.FindTagAsync(name, cancellation).ConfigureAwait(false);
                if ((tag is not null && !isCorrection)
                    || !await isNewest(cancellation).ConfigureAwait(false)
                    || await place.TryCopyAsync(source, name, tag, cancellation).ConfigureAwait(false))
                {
                    break;
                }

                if (await place.FindTagAsync(source, cancellation).ConfigureAwait(false) is null)
                {
                    throw new IOException("A file of a version in place could not be copied.");
                }
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
