using System.Globalization;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>The values of one unique column, with the row and line of each, in DuckDB.</summary>
internal sealed class UniqueStore : IDisposable
{
    /// <summary>Rows that a part may have: where the parts of a folder are merged, a row's number holds its part's.</summary>
    public const long MostRowsOfPart = 1L << 40;

    private readonly DuckDatabase _database;
    private readonly string _table;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="column">The column.</param>
    /// <param name="purpose">What the pass is for.</param>
    public UniqueStore(DuckDatabase database, int column, PassPurpose purpose)
    {
        _database = database;
        _table = string.Create(CultureInfo.InvariantCulture, $"unique_{column}");
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE {_table} (value HUGEINT, row BIGINT, line BIGINT)");
        Appenders = [.. purpose.IsMerge ? [] : Enumerable.Range(0, purpose.Workers).Select(_ => new UniqueAppender(database, _table, purpose.Secret))];
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

    /// <summary>Writes the values' pseudonyms, and where they stand, to a partial table.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Save(DuckConnection connection, string path, CancellationToken cancellation) => connection.WriteParquet(
        $"SELECT value::{Pseudonyms.SqlType} AS value, row, line FROM {_table} ORDER BY ALL", path, new ParquetOptions(), cancellation);

    /// <summary>Adds a partial table.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="path">The file.</param>
    /// <param name="part">The part's number, from 0.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Load(DuckConnection connection, string path, int part, CancellationToken cancellation) => connection.Execute(
        string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO {_table} SELECT value::HUGEINT, row + {part * MostRowsOfPart}, line FROM read_parquet({DuckSql.Literal(path)})"),
        cancellation);

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
