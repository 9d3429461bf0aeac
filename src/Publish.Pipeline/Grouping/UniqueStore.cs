using System.Globalization;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>The values of one unique column, with the row and line of each, in DuckDB.</summary>
internal sealed class UniqueStore : IDisposable
{
    private readonly DuckDatabase _database;
    private readonly string _table;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="column">The column.</param>
    /// <param name="workers">How many workers will append.</param>
    public UniqueStore(DuckDatabase database, int column, int workers)
    {
        _database = database;
        _table = string.Create(CultureInfo.InvariantCulture, $"unique_{column}");
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE {_table} (value HUGEINT, row BIGINT, line BIGINT)");
        Appenders = [.. Enumerable.Range(0, workers).Select(_ => new UniqueAppender(database, _table))];
    }

    /// <summary>One end a worker.</summary>
    public IReadOnlyList<UniqueAppender> Appenders { get; }

    /// <summary>Commits what the workers kept.</summary>
    public void Complete()
    {
        foreach (var appender in Appenders)
        {
            appender.Complete();
        }
    }

    /// <summary>Finds the rows whose value stands in an earlier row.</summary>
    /// <param name="listed">How many to list.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>How many there are, and the first of them in the order of the file.</returns>
    public (long Count, IReadOnlyList<(long Row, long Line)> First) Repeats(int listed, CancellationToken cancellation)
    {
        using var connection = _database.Connect();
        var count = Count(connection, cancellation);
        return (count, count == 0 ? [] : First(connection, listed, cancellation));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var appender in Appenders)
        {
            appender.Dispose();
        }
    }

    private long Count(DuckConnection connection, CancellationToken cancellation)
    {
        using var result = connection.Query($"SELECT count(*) - count(DISTINCT value) FROM {_table}", cancellation);
        return result.TryReadChunk(out var chunk) ? chunk[0].Values<long>()[0] : 0;
    }

    private List<(long Row, long Line)> First(DuckConnection connection, int listed, CancellationToken cancellation)
    {
        var first = new List<(long Row, long Line)>();
        using var result = connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"""
                SELECT u.row, u.line FROM {_table} u
                JOIN (SELECT value, min(row) AS row FROM {_table} GROUP BY value HAVING count(*) > 1) r
                  ON u.value = r.value AND u.row > r.row
                ORDER BY u.row LIMIT {listed}
                """),
            cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                first.Add((chunk[0].Values<long>()[i], chunk[1].Values<long>()[i]));
            }
        }

        return first;
    }
}
