using Publish.Csv;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>One worker's end of a <see cref="RespondentStore"/>.</summary>
internal sealed class RespondentAppender : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly DuckAppender _appender;
    private readonly bool _isText;
    private readonly int _worker;
    private readonly int _workers;
    private int _filled;

    /// <summary>Opens an end.</summary>
    /// <param name="database">The database with the table.</param>
    /// <param name="isText">Whether the respondents are texts, kept as digests; otherwise numbers.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="workers">How many there are.</param>
    public RespondentAppender(DuckDatabase database, bool isText, int worker, int workers)
    {
        _connection = database.Connect();
        _appender = _connection.Append(RespondentStore.Table);
        _isText = isText;
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

            if (_isText)
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
                _appender.Append(_filled);
                _filled = 0;
            }
        }
    }

    /// <summary>Commits the rest.</summary>
    public void Complete()
    {
        _appender.Append(_filled);
        _appender.Complete();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender.Dispose();
        _connection.Dispose();
    }
}
