using Publish.Metadata.Packages;

namespace Publish.Metadata;

/// <summary>What a later version is compared with: the names and digests of a version's files, the types of its columns.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Files">The digest of each data file, by its name.</param>
/// <param name="Columns">The type of each column, by <c>release/column</c>.</param>
public sealed record VersionContents(
    string Edition, string Version, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>Takes them from a version's data package.</summary>
    /// <param name="package">The data package.</param>
    /// <returns>What it holds, in ordinal order of the names.</returns>
    public static VersionContents Of(DataPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new VersionContents(
            package.Publish.Edition,
            package.Publish.Version,
            Sorted(package.Resources.Select(resource => (resource.Path, resource.Hash))),
            Sorted(package.Publish.Releases.SelectMany(release =>
                release.Columns.Select(column => ($"{release.Name}/{column.Name}", column.Type)))));
    }

    private static SortedDictionary<string, string> Sorted(IEnumerable<(string Name, string Value)> pairs) =>
        new(pairs.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
