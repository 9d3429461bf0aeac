namespace Publish.Duck;

/// <summary>How a database is opened: its share of the machine, and the only files it may touch.</summary>
public sealed record DuckOptions
{
    /// <summary>The threads DuckDB uses, at least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>
    /// The bytes DuckDB's buffers may take, at least 16 MiB; beyond it DuckDB spills, then fails with
    /// <see cref="DuckErrorType.OutOfMemory"/>. The process takes up to about 0.25 GB more. Keep 256 MiB or more.
    /// </summary>
    public required long MemoryLimitBytes { get; init; }

    /// <summary>
    /// The full path of a folder this database has to itself. It is made (mode 0700) when missing. Spilled rows lie in
    /// clear text below it and are wiped at open (what a killed process left) and at dispose.
    /// </summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>The bytes that may be spilled at once, at least 0 (0 spills nothing).</summary>
    public required long MaximumTemporaryBytes { get; init; }

    /// <summary>Full paths of folders whose files, at any depth, may be read and written. None by default.</summary>
    public IReadOnlyList<string> AllowedFolders { get; init; } = [];

    /// <summary>Full paths of single files that may be read and written. None by default.</summary>
    public IReadOnlyList<string> AllowedFiles { get; init; } = [];

    /// <summary>
    /// Whether results without ORDER BY keep the order of their input. On by default; off uses less memory, and then
    /// only ORDER BY gives an order.
    /// </summary>
    public bool PreserveInsertionOrder { get; init; } = true;
}
