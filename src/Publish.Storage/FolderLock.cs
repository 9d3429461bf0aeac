namespace Publish.Storage;

/// <summary>A short turn at a path of a folder, one holder at a time across processes; freed when its process dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>Waits for a turn.</summary>
    /// <param name="path">
    /// The lock's path. The file stays: removing it would let a second holder lock a file that no longer has a name.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The turn; dispose of it to end it.</returns>
    public static async Task<FolderLock> TakeAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _held.Dispose();
}
