using Publish.Codes;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>A connection. One thread may use it at a time; a query ends the streaming result before it.</summary>
public sealed class DuckConnection : IDisposable
{
    private readonly ConnectionHandle _handle;

    internal DuckConnection(ConnectionHandle handle, DuckDatabase database) => (_handle, Database) = (handle, database);

    /// <summary>The database it belongs to.</summary>
    public DuckDatabase Database { get; }

    /// <summary>Runs statements to their end.</summary>
    /// <param name="sql">One or more statements, without NUL.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The rows the last statement changed.</returns>
    /// <exception cref="DuckException">DuckDB refused or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public long Execute(string sql, CancellationToken cancellation = default)
    {
        DuckSql.WithoutNul(sql);
        cancellation.ThrowIfCancellationRequested();
        using var result = new ResultHandle();
        using var interruption = Interruption.Watch(_handle, cancellation);
        return NativeResult.Query(_handle, sql, result) == NativeState.Success
            ? checked((long)NativeResult.RowsChanged(result))
            : throw DuckErrors.Of(result, Context(cancellation));
    }

    /// <summary>Starts one statement and streams its rows.</summary>
    /// <param name="sql">One statement, without NUL.</param>
    /// <param name="cancellation">Interrupts the work until the result is disposed.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="DuckException">DuckDB refused or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DuckResult Query(string sql, CancellationToken cancellation = default) => Query(sql, null, cancellation);

    /// <summary>Prepares one statement.</summary>
    /// <param name="sql">The statement, without NUL; its parameters are <c>$1</c>, <c>$2</c>, ….</param>
    /// <returns>The statement.</returns>
    /// <exception cref="DuckException">DuckDB refused.</exception>
    public DuckStatement Prepare(string sql) => Prepare(sql, null);

    /// <summary>Opens an appender on a table; other connections may append to the same table at the same time.</summary>
    /// <param name="table">The table's name.</param>
    /// <returns>The appender.</returns>
    /// <exception cref="DuckException">There is no such table.</exception>
    public DuckAppender Append(string table)
    {
        DuckSql.WithoutNul(table);
        var state = NativeAppender.Create(_handle, null, null, table, out var appender);
        if (state == NativeState.Success)
        {
            return new DuckAppender(appender, Context(CancellationToken.None));
        }

        using (appender)
        {
            throw DuckErrors.Of(appender, Context(CancellationToken.None));
        }
    }

    /// <summary>Makes managed rows readable as <c>FROM name()</c>, on every connection, as long as the database lives.</summary>
    /// <param name="name">The function's name, not used before; quote it with <see cref="DuckSql.Identifier"/> in SQL.</param>
    /// <param name="columns">At least one column; of any type but lists.</param>
    /// <param name="source">The rows.</param>
    /// <exception cref="DuckException">DuckDB refused the name.</exception>
    public void RegisterSource(string name, IReadOnlyList<DuckColumn> columns, IDuckSource source) =>
        SourceRegistration.Register(_handle, name, columns, source, Database.Failures);

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _handle.Dispose();

    internal DuckResult Query(string sql, Code? inputFault, CancellationToken cancellation)
    {
        using var statement = Prepare(sql, inputFault);
        return statement.Query(cancellation);
    }

    internal DuckStatement Prepare(string sql, Code? inputFault)
    {
        DuckSql.WithoutNul(sql);
        var context = Context(CancellationToken.None, inputFault);
        if (NativeStatement.Prepare(_handle, sql, out var statement) == NativeState.Success)
        {
            return new DuckStatement(_handle, statement, context);
        }

        using (statement)
        {
            throw DuckErrors.Of(statement, context);
        }
    }

    private ErrorContext Context(CancellationToken cancellation, Code? inputFault = null) =>
        new(Database.Failures, cancellation, inputFault);
}
