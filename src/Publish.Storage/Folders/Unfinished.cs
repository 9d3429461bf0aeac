namespace Publish.Storage.Folders;

/// <summary>What writers have not finished: it lies beside its final name under one of its own, and is nobody's blob.</summary>
internal static class Unfinished
{
    private const string Prefix = ".writing-";

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Whether a name leads to something unfinished.</summary>
    /// <param name="name">The name of a blob or a folder, relative to its place.</param>
    /// <returns>True where a segment of it is such a name.</returns>
    public static bool Is(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) || name.Contains("/" + Prefix, StringComparison.Ordinal);

    /// <summary>Where a file or folder is made ready. One place for each, so that the next writer replaces what a killed one left.</summary>
    /// <param name="path">Its final path.</param>
    /// <returns>A path beside it.</returns>
    public static string PathBeside(string path) => Path.Combine(Path.GetDirectoryName(path)!, Prefix + Path.GetFileName(path));

    /// <summary>Removes what killed writers left. What a living one is at is left to it: it holds the lock of the name.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="lockOf">The lock of a path.</param>
    /// <param name="cancellation">Stops the removal.</param>
    /// <returns>How many files and folders were removed.</returns>
    public static int Remove(string root, Func<string, string> lockOf, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var left in new DirectoryInfo(root).EnumerateFileSystemInfos(Prefix + "*", Everywhere).ToArray())
        {
            cancellation.ThrowIfCancellationRequested();
            var final = Path.Combine(Path.GetDirectoryName(left.FullName)!, left.Name[Prefix.Length..]);
            using var turn = FolderLock.TryHold(lockOf(final));
            removed += turn is not null && TryDelete(left) ? 1 : 0;
        }

        return removed;
    }

    private static bool TryDelete(FileSystemInfo left)
    {
        try
        {
            if (left is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }

            return true;
        }
        catch (DirectoryNotFoundException)
        {
            // It lay in a folder that was removed before it.
            return false;
        }
    }
}
