using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>Some rows of a result, column by column.</summary>
public readonly ref struct DuckChunk
{
    private readonly ChunkHandle _chunk;
    private readonly DuckType[] _types;

    internal DuckChunk(ChunkHandle chunk, DuckType[] types, int count, long firstRow) =>
        (_chunk, _types, Count, FirstRow) = (chunk, types, count, firstRow);

    /// <summary>How many rows, 1 to 2,048.</summary>
    public int Count { get; }

    /// <summary>The number of its first row in the result, from 0.</summary>
    public long FirstRow { get; }

    /// <summary>One column.</summary>
    /// <param name="column">The column, from 0.</param>
    public DuckVector this[int column] =>
        new(NativeChunk.Vector(_chunk.DangerousGetHandle(), (ulong)column), _types[column], Count);
}
