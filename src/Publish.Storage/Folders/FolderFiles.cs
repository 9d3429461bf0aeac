namespace Publish.Storage.Folders;

/// <summary>Reading, writing and comparing files as streams.</summary>
internal static class FolderFiles
{
    private const int BufferSize = 1 << 16;

    /// <summary>Opens a file that may be deleted or replaced under its name meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file, or <see langword="null"/> when it is not there (any more).</returns>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file to the disk, replacing what is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when the content is written.</returns>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Compares two folders of files.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>Whether they hold files of the same names with the same bytes, and nothing else.</returns>
    public static async Task<bool> AreSameAsync(string left, string right, CancellationToken cancellation)
    {
        var names = NamesIn(left);
        if (!names.SequenceEqual(NamesIn(right), StringComparer.Ordinal))
        {
            return false;
        }

        foreach (var name in names)
        {
            var one = File.OpenRead(Path.Combine(left, name));
            await using (one.ConfigureAwait(false))
            {
                var other = File.OpenRead(Path.Combine(right, name));
                await using (other.ConfigureAwait(false))
                {
                    if (!await Streams.AreSameAsync(one, other, cancellation).ConfigureAwait(false))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static string[] NamesIn(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
