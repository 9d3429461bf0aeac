using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.Pipeline.Staging;

/// <summary>An audience's files of a version, written in private before anyone else can read them.</summary>
/// <param name="DatasetFolder">The dataset's folder in the audience's place.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Path">The local folder of the files.</param>
/// <param name="Files">The files, by name.</param>
internal sealed record StagedVersion(
    BlobName DatasetFolder, string Edition, string Version, string Path, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>What a release's Parquet file is called, after the release's name.</summary>
    public const string ParquetEnding = ".parquet";

    /// <summary>The version's folder in the audience's place.</summary>
    public BlobName Folder => DatasetFolder.Below(Edition).Below(Version);

    /// <summary>The names of the releases, each of which has a Parquet file.</summary>
    public IEnumerable<string> Releases => Files
        .Where(file => file.Name.EndsWith(ParquetEnding, StringComparison.Ordinal))
        .Select(file => file.Name[..^ParquetEnding.Length]);
}
