namespace Publish.Storage;

/// <summary>The place an audience reads. Only the release of a version and the portal hold one.</summary>
public interface IPublicPlace : IBlobPlace
{
    /// <summary>
    /// Puts a whole folder of files in place, once: afterwards all of it is there, or none of it.
    /// </summary>
    /// <param name="folder">The name the files will lie below. Nothing may be there yet.</param>
    /// <param name="staged">A local folder of files (no folders below it) made ready for this.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>
    /// <see langword="true"/> when the files were put in place; <see langword="false"/> when the folder was there already.
    /// </returns>
    Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation);
}
