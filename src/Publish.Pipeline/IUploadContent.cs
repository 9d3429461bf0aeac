namespace Publish.Pipeline;

/// <summary>One file of an upload: the same bytes however often it is opened, or an exception that says that they changed.</summary>
public interface IUploadContent : IUpload
{
    /// <inheritdoc />
    IReadOnlyList<IUploadContent> IUpload.Files => [this];

    /// <inheritdoc />
    string IUpload.DigestOf(IReadOnlyList<string> sha256) => sha256[0];

    /// <summary>Opens it at its start.</summary>
    /// <returns>A stream with a length, which the caller disposes of, or <see langword="null"/> when there is nothing to open.</returns>
    /// <exception cref="Storage.BlobChangedException">Other bytes are there now; reading the stream may say so too.</exception>
    Stream? Open();

    /// <summary>Its bytes as a local file, for a reader that takes nothing else.</summary>
    /// <param name="folder">A private temporary folder, for a copy where the bytes are not local.</param>
    /// <returns>The file's path.</returns>
    string FileIn(string folder);

    /// <summary>Makes sure, after reading, that what was read is still what is there.</summary>
    /// <exception cref="Storage.BlobChangedException">Other bytes are there now.</exception>
    void EnsureUnchanged();
}
