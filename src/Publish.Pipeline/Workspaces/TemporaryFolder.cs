namespace Publish.Pipeline.Workspaces;

/// <summary>A run's private folder of temporary files: wiped when the run begins and when it ends, however it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path;

    /// <summary>Makes the folder, empty, for its owner alone.</summary>
    /// <param name="path">The folder.</param>
    public TemporaryFolder(string path)
    {
        _path = path;
        Wipe();
        PrivateFolders.Create(path);
    }

    /// <inheritdoc />
    public void Dispose() => Wipe();

    private void Wipe()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
