using Microsoft.Win32.SafeHandles;

namespace Publish.Storage.Folders;

/// <summary>A short turn at a path of a folder, one holder at a time across processes; freed when its process dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>The lock's file.</summary>
    public SafeFileHandle Handle => _held.SafeFileHandle;

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
            if (TryHold(path) is { } held)
            {
                return new FolderLock(held);
            }

            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Holds a file for this process alone.</summary>
    /// <param name="path">The file; made where it is missing.</param>
    /// <returns>The file, or <see langword="null"/> when another holds it.</returns>
    public static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _held.Dispose();
}
