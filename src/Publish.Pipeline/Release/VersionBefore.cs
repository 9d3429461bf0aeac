using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>Finds the version that a new edition is compared with: what readers of the same audience had before it.</summary>
internal static class VersionBefore
{
    /// <summary>Finds that of an earlier edition. Editions of a dataset are named alike, so their names are in the order of time.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="edition">The new edition.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>What the newest version of an earlier edition holds that can be read; or <see langword="null"/> where there is none.</returns>
    public static async Task<VersionContents?> OfEarlierEditionAsync(
        IPublicPlace place, string agency, string dataset, string edition, CancellationToken cancellation)
    {
        var history = await new PublishedHistory(place, agency, dataset).ReadAsync(cancellation).ConfigureAwait(false);
        var earlier = history.Versions
            .Where(entry => entry.State == VersionState.Published && string.CompareOrdinal(entry.Edition, edition) < 0)
            .OrderByDescending(entry => entry.Edition, StringComparer.Ordinal);
        foreach (var entry in earlier)
        {
            // One that is being withdrawn may have lost its files already.
            if (await OfVersionAsync(place, agency, dataset, entry.Edition, entry.Version, cancellation).ConfigureAwait(false) is { } contents)
            {
                return contents;
            }
        }

        return null;
    }

    /// <summary>Finds a version.</summary>
    /// <param name="place">The audience's place.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What it holds; or <see langword="null"/> where the audience has no such version.</returns>
    public static async Task<VersionContents?> OfVersionAsync(
        IPublicPlace place, string agency, string dataset, string edition, string version, CancellationToken cancellation)
    {
        var name = new BlobName($"{Containers.Published}/{agency}/{dataset}/{edition}/{version}/{DataPackage.FileName}");
        return await place.ReadAsync(name, cancellation).ConfigureAwait(false) is { } json
            ? VersionContents.Of(MetadataJson.Read<DataPackage>(json))
            : null;
    }
}
