namespace Publish.Duck.Tests;

/// <summary>The numbers from 0, shared out chunk by chunk, that fails where it is told to.</summary>
internal sealed class Numbers(long count, int threads) : IDuckSource
{
    private long _next;
    private int _opened;
    private int _disposed;

    public FormatException Failure { get; } = new("The source's own failure.");

    public long FailsAt { get; init; } = long.MaxValue;

    public bool FailsAtOpening { get; init; }

    public (long Row, Action Action)? AtRow { get; init; }

    public int? Claims { get; init; }

    public int Opened => _opened;

    public int Disposed => _disposed;

    public DuckChunkWriter? Kept { get; private set; }

    public int MaximumThreads => threads;

    public long? EstimatedRows => count;

    public IDuckSourceReader OpenReader()
    {
        if (FailsAtOpening)
        {
            throw Failure;
        }

        // Each query starts over once the readers of the query before are gone.
        if (_opened == _disposed)
        {
            _next = 0;
        }

        Interlocked.Increment(ref _opened);
        return new Reader(this);
    }

    private int Read(DuckChunkWriter chunk)
    {
        var start = Interlocked.Add(ref _next, DuckChunkWriter.Capacity) - DuckChunkWriter.Capacity;
        var rows = (int)Math.Clamp(count - start, 0, DuckChunkWriter.Capacity);
        if (start + rows > FailsAt)
        {
            throw Failure;
        }

        if (AtRow is { } at && start >= at.Row)
        {
            at.Action();
        }

        var numbers = chunk.Values<long>(0);
        for (var row = 0; row < rows; row++)
        {
            numbers[row] = start + row;
            if (row % 2 == 1)
            {
                chunk.SetNull(1, row);
            }
            else
            {
                chunk.SetUtf8(1, row, "even"u8);
            }
        }

        Kept = chunk;
        return Claims ?? rows;
    }

    private sealed class Reader(Numbers numbers) : IDuckSourceReader
    {
        public int Read(DuckChunkWriter chunk) => numbers.Read(chunk);

        public void Dispose() => Interlocked.Increment(ref numbers._disposed);
    }
}
