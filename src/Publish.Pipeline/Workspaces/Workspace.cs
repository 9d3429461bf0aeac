namespace Publish.Pipeline.Workspaces;

/// <summary>
/// The temporary files of one process, in a folder that only its owner may enter, removed at the end. A lock, which the
/// operating system frees when a process dies, tells the folders of the dead, which the next run removes.
/// </summary>
public sealed class Workspace : IDisposable
{
    private const string Prefix = "publish-";
    private const string LockName = "lock";
    private readonly string _folder;
    private readonly FileStream _lock;

    private Workspace(string folder)
    {
        _folder = folder;
        _lock = Hold(Path.Combine(folder, LockName), FileMode.CreateNew);
    }

    /// <summary>The folder to work in; not yet there.</summary>
    public string Folder => Path.Combine(_folder, "run");

    /// <summary>A folder beside <see cref="Folder"/>, for what a run is given.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A path; not yet there.</returns>
    public string Beside(string name) => Path.Combine(_folder, name);

    /// <summary>Makes a workspace in a private folder, and removes what killed processes left there.</summary>
    /// <param name="parent">The folder; made where it is missing.</param>
    /// <returns>The workspace.</returns>
    public static Workspace Below(string parent)
    {
        PrivateFolders.Own(parent);
        foreach (var other in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            RemoveIfLeft(other);
        }

        var folder = Path.Combine(parent, Prefix + Path.GetRandomFileName());
        PrivateFolders.Create(folder);
        return new Workspace(folder);
    }

    /// <summary>Makes a workspace in the system's temporary folder.</summary>
    /// <returns>The workspace.</returns>
    public static Workspace OfSystem() => new(Directory.CreateTempSubdirectory(Prefix).FullName);

    /// <inheritdoc />
    public void Dispose()
    {
        _lock.Dispose();
        Remove(_folder);
    }

    private static void RemoveIfLeft(string folder)
    {
        try
        {
            Hold(Path.Combine(folder, LockName), FileMode.Open).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its process lives, has not yet locked it, or belongs to someone else.
            return;
        }

        Remove(folder);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process removes it as well, or holds a file in it: the next run tries again.
        }
    }

    private static FileStream Hold(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
}
