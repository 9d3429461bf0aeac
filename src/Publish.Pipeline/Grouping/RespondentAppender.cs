using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>One worker's end of a <see cref="RespondentStore"/>.</summary>
internal sealed class RespondentAppender : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly bool _isWide;
    private readonly Pseudonyms? _pseudonyms;
    private readonly int _worker;
    private readonly int _workers;
    private int _filled;

    /// <summary>Opens an end.</summary>
    /// <param name="database">The database with the table.</param>
    /// <param name="isWide">Whether the respondents are kept as digests of 128 bits; otherwise they are numbers of 64.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="workers">How many there are.</param>
    /// <param name="secret">The secret of pseudonyms to keep in place of digests, or <see langword="null"/>.</param>
    public RespondentAppender(DuckDatabase database, bool isWide, int worker, int workers, byte[]? secret)
    {
        _connection = database.Connect();
        _appender = _connection.Append(RespondentStore.Table);
        _isWide = isWide;
        _pseudonyms = secret is null ? null : new Pseudonyms(secret);
        _worker = worker;
        _workers = workers;
    }

    /// <summary>Keeps who is in which class. A row without a respondent is not kept: it adds nothing to f.</summary>
    /// <param name="column">The column that names the respondent.</param>
    /// <param name="classes">The class of each row, by this worker's numbers.</param>
    public void Add(TypedColumn column, ReadOnlySpan<int> classes)
    {
        var missing = column.Missing;
        for (var row = 0; row < classes.Length; row++)
        {
            if (missing[row])
            {
                continue;
            }

            if (_isWide)
            {
                _appender.Chunk.Values<Int128>(0)[_filled] = ValueDigest.Of(column, row);
            }
            else
            {
                _appender.Chunk.Values<long>(0)[_filled] = column.Values[row];
            }

            _appender.Chunk.Values<int>(1)[_filled] = checked((classes[row] * _workers) + _worker);
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
