using Publish.Csv;
using Publish.Disclosure.Perturbation;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>Which respondent is in which class, one row for each row of the upload that names one, in DuckDB.</summary>
internal sealed class RespondentStore : IDisposable
{
    /// <summary>The table's name.</summary>
    public const string Table = "respondents";

    private readonly DuckDatabase _database;
    private readonly int _workers;
    private readonly bool _isWide;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="type">The type of the column that names the respondent.</param>
    /// <param name="purpose">What the pass is for.</param>
    public RespondentStore(DuckDatabase database, CellType type, PassPurpose purpose)
    {
        _database = database;
        _workers = purpose.Workers;
        _isWide = type == CellType.Text || purpose.HasPseudonyms;
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE {Table} (respondent {(_isWide ? "HUGEINT" : "BIGINT")}, class INTEGER)");
        Appenders = [.. purpose.IsMerge ? [] : Enumerable.Range(0, _workers).Select(w => new RespondentAppender(database, _isWide, w, _workers, purpose.Secret))];
    }

    /// <summary>One end a worker.</summary>
    public IReadOnlyList<RespondentAppender> Appenders { get; }

    /// <summary>Commits what the workers kept.</summary>
    public void Complete()
    {
        foreach (var appender in Appenders)
        {
            appender.Complete();
        }
    }

    /// <summary>Counts distinct respondents by class, and gathers those in several.</summary>
    /// <param name="classOf"><c>classOf[worker][number]</c>: the merged number of a worker's class.</param>
    /// <param name="classes">The number of merged classes.</param>
    /// <param name="key">What record keys are made with, or <see langword="null"/> where none are summed.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The counts.</returns>
    public RespondentCount Count(IReadOnlyList<int[]> classOf, int classes, SecretKey? key, CancellationToken cancellation)
    {
        var tally = new RespondentTally(classes, key);
        var own = new List<int>();
        Int128? current = null;
        using var connection = _database.Connect();

        // Sorting alone is cheaper in DuckDB than DISTINCT or lists over as many respondents, and it spills.
        using var result = connection.Query($"SELECT respondent, class FROM {Table} ORDER BY 1", cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            var numbers = chunk[1].Values<int>();
            for (var row = 0; row < chunk.Count; row++)
            {
                var respondent = _isWide ? chunk[0].Values<Int128>()[row] : chunk[0].Values<long>()[row];
                if (current != respondent)
                {
                    tally.Count(current ?? 0, own);
                    current = respondent;
                }

                own.Add(classOf[numbers[row] % _workers][numbers[row] / _workers]);
            }
        }

        tally.Count(current ?? 0, own);
        return tally.Build();
    }

    /// <summary>Writes which pseudonym is in which class to a partial table, each pair once.</summary>
    /// <param name="connection">A connection on which the classes were renumbered.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public static void Save(DuckConnection connection, string path, CancellationToken cancellation) => connection.WriteParquet(
        $"SELECT DISTINCT respondent::{Pseudonyms.SqlType} AS respondent, target AS class FROM {Table} JOIN {ClassNumbers.Table} ON class = source ORDER BY ALL",
        path,
        new ParquetOptions(),
        cancellation);

    /// <summary>Adds a partial table.</summary>
    /// <param name="connection">A connection on which its classes were renumbered.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    public static void Load(DuckConnection connection, string path, CancellationToken cancellation) => connection.Execute(
        $"INSERT INTO {Table} SELECT respondent::HUGEINT, target FROM read_parquet({DuckSql.Literal(path)}) JOIN {ClassNumbers.Table} ON class = source",
        cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var appender in Appenders)
        {
            appender.Dispose();
        }
    }
}
