namespace Publish.Pipeline;

/// <summary>What an agency sends for one edition: a file, or a folder of part files (<see cref="Parts.UploadFolder"/>).</summary>
public interface IUpload
{
    /// <summary>The files whose rows, one after the other, are the upload's. At least one.</summary>
    IReadOnlyList<IUploadContent> Files { get; }

    /// <summary>The digest of the whole from those of its files.</summary>
    /// <param name="sha256">The SHA-256 of each of <see cref="Files"/>, lower-case hexadecimal.</param>
    /// <returns>Lower-case hexadecimal.</returns>
    string DigestOf(IReadOnlyList<string> sha256);
}
