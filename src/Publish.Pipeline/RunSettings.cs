namespace Publish.Pipeline;

/// <summary>What a run may use of the machine. The result is the same whatever is set here.</summary>
public sealed record RunSettings
{
    /// <summary>Threads that read and group. At least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>
    /// A private folder for temporary files of this run alone; made when missing, wiped when the run begins and ends.
    /// </summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>
    /// Memory DuckDB may use before it spills to the temporary folder, in bytes. The process uses up to some 300 MB more.
    /// Default 512 MiB.
    /// </summary>
    public long MemoryLimitBytes { get; init; } = 512L << 20;

    /// <summary>Space spilled data may take, in bytes. Default 64 GiB.</summary>
    public long MaximumTemporaryBytes { get; init; } = 64L << 30;

    /// <summary>Findings listed for each kind of fault; all are counted. Default 10.</summary>
    public int FaultsListedPerKind { get; init; } = 10;

    /// <summary>
    /// Classes (combinations of key values) an upload may have. The mathematics holds them in memory, about 100 bytes
    /// each; more is a reason to hold. Default 4 million.
    /// </summary>
    public int MaximumClasses { get; init; } = 4_000_000;

    /// <summary>Distinct values one key may have in an upload. Default 4 million.</summary>
    public int MaximumKeyValues { get; init; } = 4_000_000;
}
