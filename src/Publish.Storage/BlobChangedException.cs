namespace Publish.Storage;

/// <summary>A blob was replaced or deleted while it was read.</summary>
public sealed class BlobChangedException() : IOException("A blob changed while it was read.");
