namespace Publish.Csv;

/// <summary>How to read, as opposed to how the file is written.</summary>
public sealed record ReadOptions
{
    /// <summary>The number of threads that parse, the caller's among them; at least 1. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many faults of each kind (code and column) are listed; all are counted. At least 1. Default 10.</summary>
    public int FaultsListedPerKind { get; init; } = 10;

    /// <summary>Told the bytes of the source read so far, or <see langword="null"/>. Called by one thread at a time.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>
    /// The most bytes a compressed file may unpack to; more is a fault. Memory is bounded without it: it bounds time.
    /// Default 2^40 (1 TiB).
    /// </summary>
    public long MaximumDecodedBytes { get; init; } = 1L << 40;

    /// <summary>Bytes of a block, the unit of parallel work; at least 1. Tests make it tiny to meet every boundary.</summary>
    internal int BlockBytes { get; init; } = 1 << 18;
}
