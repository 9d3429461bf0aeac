using System.Runtime.InteropServices;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>The rows of a query, a chunk of up to 2,048 rows at a time. Dispose it before the connection's next query.</summary>
public sealed class DuckResult : IDisposable
{
    private readonly ResultHandle _handle;
    private readonly Interruption? _interruption;
    private readonly ErrorContext _context;
    private ChunkHandle? _chunk;
    private long _rows;
    private bool _ended;

    internal DuckResult(ResultHandle handle, Interruption? interruption, ErrorContext context)
    {
        (_handle, _interruption, _context) = (handle, interruption, context);
        Columns = [.. Enumerable.Range(0, (int)NativeResult.ColumnCount(handle)).Select(n => Column((ulong)n))];
        Types = [.. Columns.Select(column => column.Type)];
    }

    /// <summary>The columns' names and types.</summary>
    public IReadOnlyList<DuckColumn> Columns { get; }

    internal DuckType[] Types { get; }

    /// <summary>Reads the next chunk. The chunk before it, and every span taken from it, ends.</summary>
    /// <param name="chunk">The rows, valid until the next call or <see cref="Dispose"/>.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="DuckException">DuckDB failed on the way.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool TryReadChunk(out DuckChunk chunk)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        while (Fetch() is { } fetched)
        {
            var count = (int)NativeChunk.Size(fetched);
            if (count > 0)
            {
                chunk = new DuckChunk(fetched, Types, count, _rows);
                _rows += count;
                return true;
            }
        }

        chunk = default;
        return false;
    }

    /// <summary>Ends the query and frees its rows.</summary>
    public void Dispose()
    {
        _interruption?.Dispose();
        _chunk?.Dispose();
        _handle.Dispose();
    }

    private ChunkHandle? Fetch()
    {
        _chunk?.Dispose();
        _chunk = null;
        if (_ended)
        {
            return null;
        }

        var fetched = NativeResult.FetchChunk(_handle);
        if (!fetched.IsInvalid)
        {
            return _chunk = fetched;
        }

        _ended = true;
        return NativeResult.Error(_handle) == 0 ? null : throw DuckErrors.Of(_handle, _context);
    }

    private DuckColumn Column(ulong column)
    {
        using var type = NativeResult.ColumnType(_handle, column);
        return new DuckColumn(
            Marshal.PtrToStringUTF8(NativeResult.ColumnName(_handle, column)) ?? "", DuckTypeMap.FromNative(type));
    }
}
