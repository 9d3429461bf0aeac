using System.Runtime.ExceptionServices;
using Publish.Csv.Faults;

namespace Publish.Csv.Records;

/// <summary>
/// Reads the records after the header on several threads. Each takes turns at cutting the next block off the text, and
/// then parses its block while another cuts: a block is parsed by the core that has just read it, and memory is one
/// block for each thread.
/// </summary>
internal sealed class ReadSession(
    BlockCutter cutter,
    HeaderLayout layout,
    CsvFormat format,
    IReadOnlyList<CsvColumn> columns,
    IBatchConsumer consumer,
    ReadOptions options,
    CancellationToken cancellationToken)
{
    private readonly Lock _turn = new();
    private readonly FaultLog[] _logs =
        [.. Enumerable.Range(0, options.Threads).Select(_ => new FaultLog(options.FaultsListedPerKind))];

    private ExceptionDispatchInfo? _failure;
    private volatile bool _faulty;
    private volatile bool _stopped;

    /// <summary>Whether nothing may be handed over: a fault is known.</summary>
    public bool IsFaulty
    {
        get => _faulty;
        init => _faulty = value;
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="first">The first block, its header taken off.</param>
    /// <param name="faults">Takes all faults of cells and rows.</param>
    public void Run(Block first, FaultLog faults)
    {
        Thread[] others =
            [.. Enumerable.Range(1, options.Threads - 1).Select(worker => new Thread(() => Work(worker, new Block())))];
        foreach (var thread in others)
        {
            thread.IsBackground = true;
            thread.Start();
        }

        Work(0, first);
        foreach (var thread in others)
        {
            thread.Join();
        }

        _failure?.Throw();
        foreach (var log in _logs)
        {
            faults.Merge(log);
        }
    }

    private void Work(int worker, Block block)
    {
        try
        {
            var reader = new BlockReader(format, layout, columns, _logs[worker]);
            if (block.Rows > 0)
            {
                Parse(worker, reader, block);
            }

            while (Next(block))
            {
                Parse(worker, reader, block);
            }
        }
        catch (Exception exception)
        {
            _stopped = true;
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    private bool Next(Block block)
    {
        lock (_turn)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return !_stopped && cutter.Next(block);
        }
    }

    private void Parse(int worker, BlockReader reader, Block block)
    {
        var batch = reader.Read(block);
        if (block.Holes.Count > 0 || _logs[worker].Count > 0)
        {
            _faulty = true;
        }

        if (!_faulty && batch.RowCount > 0)
        {
            consumer.Consume(worker, batch);
        }
    }
}
