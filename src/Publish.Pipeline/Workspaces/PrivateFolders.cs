namespace Publish.Pipeline.Workspaces;

/// <summary>Folders that only their owner may enter.</summary>
public static class PrivateFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder with mode 0700, where the system has modes; leaves one that is there as it is.</summary>
    /// <param name="path">The folder.</param>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    /// <summary>
    /// Makes a folder with mode 0700, or takes one that is there already for this user alone: others may have made it first
    /// where everyone may write, and could then put their own folders in the place of ours.
    /// </summary>
    /// <param name="path">The folder; nothing but the program's own is kept there.</param>
    /// <exception cref="UnauthorizedAccessException">It belongs to someone else, or is a link.</exception>
    public static void Own(string path)
    {
        Create(path);
        if (new DirectoryInfo(path).LinkTarget is not null)
        {
            throw new UnauthorizedAccessException();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }
}
