using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Publish.Storage.Folders;

/// <summary>
/// Tags of the files of a folder: the time of the last write and the length, as a file system tells them. A clock that
/// stands still between two writes, or goes back, would give two contents one tag; so the lock of a name keeps the last
/// time given out, and the next is later.
/// </summary>
internal static class FolderStamps
{
    /// <summary>The tag of a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>An opaque text.</returns>
    public static string TagOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}");

    /// <summary>Gives a file about to be put in place a time later than any before it had under that name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="turn">The lock of the name, held by the caller.</param>
    public static void Stamp(string path, SafeFileHandle turn)
    {
        var last = File.GetLastWriteTimeUtc(turn);
        var next = File.GetLastWriteTimeUtc(path);
        if (next <= last)
        {
            next = last.AddTicks(1);
            File.SetLastWriteTimeUtc(path, next);
        }

        File.SetLastWriteTimeUtc(turn, next);
    }
}
