using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// Who adds how much to which class, one row for each row of the upload, in DuckDB. Who is the holding where the policy
/// names one; kept only where a rule asks, since it costs a sort of all rows.
/// </summary>
internal sealed class ContributionStore : IDisposable
{
    /// <summary>The table's name.</summary>
    public const string Table = "contributions";

    private readonly DuckDatabase _database;
    private readonly GroupingPlan _plan;
    private readonly int _workers;
    private readonly bool _isWide;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="plan">What the pass has to fill.</param>
    /// <param name="purpose">What the pass is for.</param>
    public ContributionStore(DuckDatabase database, GroupingPlan plan, PassPurpose purpose)
    {
        _database = database;
        _plan = plan;
        _workers = purpose.Workers;
        _isWide = purpose.IsMerge;
        using var connection = database.Connect();
        var values = Enumerable.Range(0, plan.Contributions?.Measures.Count ?? 0).Select(measure => $", value{measure} {(_isWide ? "HUGEINT" : "BIGINT")}");
        connection.Execute($"CREATE TABLE {Table} (unit HUGEINT, class INTEGER{string.Concat(values)})");
        Appenders = [.. purpose.IsMerge ? [] : Enumerable.Range(0, _workers).Select(w => new ContributionAppender(database, plan, w, _workers, purpose.Secret))];
    }

    /// <summary>One end a worker.</summary>
    public IReadOnlyList<ContributionAppender> Appenders { get; }

    /// <summary>Commits what the workers kept.</summary>
    public void Complete()
    {
        foreach (var appender in Appenders)
        {
            appender.Complete();
        }
    }

    /// <summary>Adds up contributions, and counts holdings.</summary>
    /// <param name="classOf"><c>classOf[worker][number]</c>: the merged number of a worker's class.</param>
    /// <param name="classes">The number of merged classes.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>What rules need.</returns>
    public GroupedContributions Gather(IReadOnlyList<int[]> classOf, int classes, CancellationToken cancellation)
    {
        var gathering = new ContributionGathering(_plan, classes);
        var order = _plan.Respondent is null && _plan.Holding is null ? "" : " ORDER BY 1 NULLS LAST";
        using var connection = _database.Connect();
        using var result = connection.Query($"SELECT * FROM {Table}{order}", cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            var numbers = chunk[1].Values<int>();
            for (var row = 0; row < chunk.Count; row++)
            {
                Int128? unit = chunk[0].IsNull(row) ? null : chunk[0].Values<Int128>()[row];
                gathering.Open(unit, classOf[numbers[row] % _workers][numbers[row] / _workers]);
                for (var column = 2; column < result.Columns.Count; column++)
                {
                    if (!chunk[column].IsNull(row))
                    {
                        gathering.Add(column - 2, _isWide ? chunk[column].Values<Int128>()[row] : chunk[column].Values<long>()[row]);
                    }
                }
            }
        }

        return gathering.Finish();
    }

    /// <summary>
    /// Writes who adds how much to which class to a partial table: what a pseudonym adds to a class as one sum, and each
    /// row that stands for itself as it is.
    /// </summary>
    /// <param name="connection">A connection on which the classes were renumbered.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Save(DuckConnection connection, string path, CancellationToken cancellation) => connection.WriteParquet(
        $"""
        SELECT unit::{Pseudonyms.SqlType} AS unit, target AS class{Values(n => $", sum(value{n})::DECIMAL(38,0) AS value{n}")}
        FROM {Table} JOIN {ClassNumbers.Table} ON class = source WHERE unit IS NOT NULL GROUP BY 1, 2
        UNION ALL
        SELECT NULL::{Pseudonyms.SqlType}, target{Values(n => $", value{n}::DECIMAL(38,0)")}
        FROM {Table} JOIN {ClassNumbers.Table} ON class = source WHERE unit IS NULL
        ORDER BY ALL
        """,
        path,
        new ParquetOptions(),
        cancellation);

    /// <summary>Adds a partial table.</summary>
    /// <param name="connection">A connection on which its classes were renumbered.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public void Load(DuckConnection connection, string path, CancellationToken cancellation) => connection.Execute(
        $"""
        INSERT INTO {Table} SELECT unit::HUGEINT, target{Values(n => $", value{n}::HUGEINT")}
        FROM read_parquet({DuckSql.Literal(path)}) JOIN {ClassNumbers.Table} ON class = source
        """,
        cancellation);

    private string Values(Func<int, FormattableString> text) => string.Concat(
        Enumerable.Range(0, _plan.Contributions?.Measures.Count ?? 0).Select(n => FormattableString.Invariant(text(n))));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var appender in Appenders)
        {
            appender.Dispose();
        }
    }
}
