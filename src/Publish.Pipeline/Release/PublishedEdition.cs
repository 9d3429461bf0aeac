using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>The files of an edition where an audience reads: its versions, and its part of the current tree.</summary>
internal static class PublishedEdition
{
    /// <summary>Looks whether a version of the edition is there.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="dataset">The dataset's folder.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>Whether there is any file of a version.</returns>
    public static async Task<bool> IsThereAsync(IPublicPlace place, BlobName dataset, string edition, CancellationToken cancellation)
    {
        await foreach (var version in place.ListFoldersAsync($"{dataset.Below(edition)}/", cancellation).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    /// <summary>Takes the files away. The edition's pointer stays: it is what tells that they were there.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="dataset">The dataset's folder.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="cancellation">Stops the calls; they can be repeated.</param>
    /// <returns>A task that ends when no file of the edition can be read.</returns>
    public static async Task RemoveAsync(IPublicPlace place, BlobName dataset, string edition, CancellationToken cancellation)
    {
        await CurrentTree.RemoveAsync(place, dataset, edition, cancellation).ConfigureAwait(false);
        var below = $"{dataset.Below(edition)}/";
        await foreach (var file in place.ListAsync(below, cancellation).ConfigureAwait(false))
        {
            if (file.Name.AsSpan(below.Length).Contains('/'))
            {
                await place.TryDeleteAsync(new BlobName(file.Name), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
            }
        }
    }
}
