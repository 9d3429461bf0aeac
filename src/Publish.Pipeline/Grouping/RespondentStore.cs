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
    private readonly bool _isText;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="type">The type of the column that names the respondent.</param>
    /// <param name="workers">How many workers will append.</param>
    public RespondentStore(DuckDatabase database, CellType type, int workers)
    {
        _database = database;
        _workers = workers;
        _isText = type == CellType.Text;
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE {Table} (respondent {(_isText ? "HUGEINT" : "BIGINT")}, class INTEGER)");
        Appenders = [.. Enumerable.Range(0, workers).Select(w => new RespondentAppender(database, _isText, w, workers))];
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
                var respondent = _isText ? chunk[0].Values<Int128>()[row] : chunk[0].Values<long>()[row];
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

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var appender in Appenders)
        {
            appender.Dispose();
        }
    }
}
