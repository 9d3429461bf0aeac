namespace Publish.Storage;

/// <summary>The place an audience reads. Only the release of a version and the portal hold one.</summary>
public interface IPublicPlace : IBlobPlace
{
    /// <summary>
    /// Puts a folder of files in place, each once and never again. Where the place can, all of it appears at once; where
    /// it cannot, files appear one by one, so a reader comes to them by a pointer written afterwards. Called again after
    /// a death, it finishes what was begun.
    /// </summary>
    /// <param name="folder">The name the files lie below.</param>
    /// <param name="staged">A local folder of files (no folders below it) made ready for this.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>
    /// <see langword="true"/> when exactly these files are in place, put now or before; <see langword="false"/> when other
    /// files are there, which are left as they are.
    /// </returns>
    Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation);
}
