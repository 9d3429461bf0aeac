namespace Publish.Storage;

/// <summary>What is known of a blob without reading it.</summary>
/// <param name="Tag">An opaque entity tag that changes with every write.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastModified">When it was last written, by the place's own clock.</param>
/// <param name="Metadata">What its writer noted beside it; names are compared without regard to case.</param>
public sealed record BlobStat(
    string Tag, long Length, DateTimeOffset LastModified, IReadOnlyDictionary<string, string> Metadata);
