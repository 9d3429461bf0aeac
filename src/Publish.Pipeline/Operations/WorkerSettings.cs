namespace Publish.Pipeline.Operations;

/// <summary>What one worker may use, and how patient it is.</summary>
public sealed record WorkerSettings
{
    /// <summary>A private folder; each run makes a folder of its own in it and removes what dead ones left.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>Threads that read and group. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Memory a run's engine may use before it spills, in bytes. Default 512 MiB.</summary>
    public long MemoryLimitBytes { get; init; } = 512L << 20;

    /// <summary>Uploads that a sweep works on at once. Default 1.</summary>
    public int ConcurrentUploads { get; init; } = 1;

    /// <summary>
    /// How long an upload is a worker's own unless it says again that it is alive, which it does three times as often.
    /// Default 5 minutes: what a dead worker left is taken up after that.
    /// </summary>
    public TimeSpan ClaimDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Attempts at an upload, each of which ended without an answer, before it is held. Default 5.</summary>
    public int MaximumAttempts { get; init; } = 5;

    /// <summary>
    /// Days an upload is kept that no agreement speaks of: its policy could not be read, or refuses it. Default 30.
    /// </summary>
    public int DaysKeptWithoutAgreement { get; init; } = 30;
}
