using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.Pipeline.Staging;

/// <summary>A version whose files are written in private, before anyone else can read them.</summary>
/// <param name="DatasetFolder">The dataset's folder in the audience's place.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version, <c>v1.0.0</c>.</param>
/// <param name="Path">The local folder of the files.</param>
/// <param name="Files">The files, by name.</param>
internal sealed record StagedVersion(
    BlobName DatasetFolder, string Edition, string Version, string Path, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>The version's folder in the audience's place.</summary>
    public BlobName Folder => DatasetFolder.Below(Edition).Below(Version);
}
