using Publish.Duck;

namespace Publish.Pipeline;

/// <summary>Opens the databases of a run, each in a private temporary folder of its own.</summary>
internal static class RunDatabase
{
    /// <summary>Opens a database.</summary>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="name">What it is for: the name of its temporary folder.</param>
    /// <param name="folders">Folders whose files it may touch.</param>
    /// <returns>The database; it wipes its temporary folder when disposed of.</returns>
    public static DuckDatabase Open(RunSettings settings, string name, IReadOnlyList<string> folders) =>
        DuckDatabase.Open(new DuckOptions
        {
            Threads = settings.Threads,
            MemoryLimitBytes = settings.MemoryLimitBytes,
            TemporaryFolder = Path.GetFullPath(Path.Combine(settings.TemporaryFolder, name)),
            MaximumTemporaryBytes = settings.MaximumTemporaryBytes,
            AllowedFolders = [.. folders.Select(Path.GetFullPath)],
        });
}
