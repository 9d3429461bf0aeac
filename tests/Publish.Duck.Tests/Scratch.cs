namespace Publish.Duck.Tests;

/// <summary>A folder of the test's own with a locked-down database that may touch only <see cref="Files"/>.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch()
    {
        Root = Directory.CreateTempSubdirectory("publish-duck-").FullName;
        Files = Directory.CreateDirectory(Path.Combine(Root, "files")).FullName;
        Outside = Directory.CreateDirectory(Path.Combine(Root, "files-outside")).FullName;
    }

    public string Root { get; }

    /// <summary>The one folder the databases may touch.</summary>
    public string Files { get; }

    /// <summary>A folder they may not touch; its path begins with that of <see cref="Files"/>.</summary>
    public string Outside { get; }

    public string Temporary => Path.Combine(Root, "temporary");

    public string File(string name) => Path.Combine(Files, name);

    public DuckDatabase Open(
        int threads = 2, long memory = 256 << 20, long temporary = 1 << 30, bool ordered = true, string? at = null) =>
        DuckDatabase.Open(new DuckOptions
        {
            Threads = threads,
            MemoryLimitBytes = memory,
            TemporaryFolder = at ?? Temporary,
            MaximumTemporaryBytes = temporary,
            AllowedFolders = [Files],
            PreserveInsertionOrder = ordered,
        });

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
