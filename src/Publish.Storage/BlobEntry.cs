namespace Publish.Storage;

/// <summary>One blob of a listing.</summary>
/// <param name="Name">
/// Its name as it is, which others may have chosen: nothing has checked it, and it may be no <see cref="BlobName"/>.
/// </param>
/// <param name="Tag">Its entity tag, as <see cref="BlobStat.Tag"/>.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastModified">When it was last written, by the place's own clock.</param>
public sealed record BlobEntry(string Name, string Tag, long Length, DateTimeOffset LastModified);
