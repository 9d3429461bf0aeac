using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>One worker's end of a <see cref="UniqueStore"/>.</summary>
internal sealed class UniqueAppender : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly Pseudonyms? _pseudonyms;
    private int _filled;

    /// <summary>Opens an end.</summary>
    /// <param name="database">The database with the table.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="secret">The secret of pseudonyms to keep in place of digests, or <see langword="null"/>.</param>
    public UniqueAppender(DuckDatabase database, string table, byte[]? secret)
    {
        _connection = database.Connect();
        _appender = _connection.Append(table);
        _pseudonyms = secret is null ? null : new Pseudonyms(secret);
    }

    /// <summary>Keeps the values of a column and where they stand. Missing cells are not values.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="column">The column.</param>
    public void Add(TypedBatch batch, int column)
    {
        var cells = batch.Columns[column];
        var missing = cells.Missing;
        for (var row = 0; row < batch.RowCount; row++)
        {
            if (missing[row])
            {
                continue;
            }

            _appender.Chunk.Values<Int128>(0)[_filled] = ValueDigest.Of(cells, row);
            _appender.Chunk.Values<long>(1)[_filled] = batch.RowAt(row);
            _appender.Chunk.Values<long>(2)[_filled] = batch.LineAt(row);
            if (++_filled == DuckChunkWriter.Capacity)
            {
                Flush();
            }
        }
    }

    /// <summary>Commits the rest.</summary>
    public void Complete()
    {
        Flush();
        _appender.Complete();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
        _pseudonyms?.Dispose();
    }

    private void Flush()
    {
        _pseudonyms?.Replace(_appender.Chunk.Values<Int128>(0)[.._filled]);
        _appender.Append(_filled);
        _filled = 0;
    }
}
