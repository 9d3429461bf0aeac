namespace Publish.Pipeline;

/// <summary>An upload in a file of this machine.</summary>
/// <param name="path">The file.</param>
public sealed class LocalUpload(string path) : IUploadContent
{
    /// <summary>The file.</summary>
    public string Path => path;

    /// <inheritdoc />
    public Stream? Open()
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public string FileIn(string folder) => path;

    /// <inheritdoc />
    public void EnsureUnchanged()
    {
        // A run of a local file is one person's own; where it is read twice, the digests are compared.
    }
}
