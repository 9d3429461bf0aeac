namespace Publish.Duck;

/// <summary>
/// The private folder spilled rows lie in. A lock file, held open, keeps a second database out; only the folder
/// <c>spill</c> beside it is ever deleted, so that a wrong path costs nobody their files.
/// </summary>
internal sealed class TemporarySpace : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private TemporarySpace(string spill, FileStream @lock) => (Spill, _lock) = (spill, @lock);

    /// <summary>Where DuckDB spills.</summary>
    public string Spill { get; }

    /// <summary>Makes the folder, locks it and wipes what an earlier process left in it.</summary>
    public static TemporarySpace Claim(string folder)
    {
        FileStream? held = null;
        try
        {
            Make(folder);
            held = Lock(Path.Combine(folder, "spill.lock"));
            var spill = Path.Combine(folder, "spill");
            Wipe(spill);
            Make(spill);
            return new TemporarySpace(spill, held);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw new DuckException(DuckCodes.TemporaryFolderUnusable);
        }
    }

    /// <summary>Wipes the spilled rows and lets the folder go.</summary>
    /// <exception cref="DuckException">Spilled rows are left, in clear text.</exception>
    public void Dispose()
    {
        try
        {
            Wipe(Spill);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DuckException(DuckCodes.TemporaryFolderUnusable);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new DuckException(DuckCodes.TemporaryFolderInUse);
        }
    }

    // A folder that is there already keeps its mode: a wrong path must not lock others out of theirs. Rows lie only in
    // the spill folder, which is always a new one.
    private static void Make(string folder)
    {
        var made = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, Private);
        if (made.LinkTarget is not null)
        {
            throw new IOException();
        }
    }

    // Deleting a link deletes the link; Directory.Delete does not follow links inside.
    private static void Wipe(string folder)
    {
        if (Path.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
