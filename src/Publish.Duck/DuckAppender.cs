using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>
/// Adds rows to a table, a chunk of columns at a time. One thread may use it at a time; appenders of other connections
/// may fill the same table meanwhile. About every 200,000 rows are committed as one; the rest on <see cref="Complete"/>.
/// </summary>
public sealed class DuckAppender : IDisposable
{
    private readonly AppenderHandle _handle;
    private readonly ChunkHandle _chunk;
    private readonly ErrorContext _context;

    internal DuckAppender(AppenderHandle handle, ErrorContext context)
    {
        (_handle, _context) = (handle, context);
        var native = Enumerable.Range(0, (int)NativeAppender.ColumnCount(handle))
            .Select(column => NativeAppender.ColumnType(handle, (ulong)column))
            .ToArray();
        try
        {
            Chunk = new DuckChunkWriter(native.Select(DuckTypeMap.FromNative));
            _chunk = NativeChunk.Create([.. native.Select(type => type.DangerousGetHandle())], (ulong)native.Length);
        }
        finally
        {
            Array.ForEach(native, type => type.Dispose());
        }

        Chunk.Attach(_chunk.DangerousGetHandle());
    }

    /// <summary>The chunk to fill next. Its spans end with <see cref="Append"/>.</summary>
    public DuckChunkWriter Chunk { get; }

    /// <summary>Adds the first rows of <see cref="Chunk"/> to the table and empties the chunk.</summary>
    /// <param name="rows">How many, 0 to <see cref="DuckChunkWriter.Capacity"/>.</param>
    /// <exception cref="DuckException">The table could not take them: out of memory, a broken constraint.</exception>
    public void Append(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, DuckChunkWriter.Capacity);
        NativeChunk.SetSize(_chunk.DangerousGetHandle(), (ulong)rows);
        Check(NativeAppender.Append(_handle, _chunk));
        NativeChunk.Reset(_chunk);
        Chunk.Attach(_chunk.DangerousGetHandle());
    }

    /// <summary>Commits what was appended. Nothing can be appended after it.</summary>
    /// <exception cref="DuckException">The table could not take the rows.</exception>
    public void Complete()
    {
        Chunk.Detach();
        Check(NativeAppender.Close(_handle));
    }

    /// <summary>Frees the appender; without <see cref="Complete"/>, rows not yet committed are dropped.</summary>
    public void Dispose()
    {
        Chunk.Detach();
        _chunk.Dispose();
        _handle.Dispose();
    }

    private void Check(NativeState state)
    {
        if (state != NativeState.Success)
        {
            throw DuckErrors.Of(_handle, _context);
        }
    }
}
