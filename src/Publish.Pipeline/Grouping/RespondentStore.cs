using Publish.Csv;
using Publish.Disclosure;
using Publish.Duck;

namespace Publish.Pipeline.Grouping;

/// <summary>Which respondent is in which class, one row for each row of the upload that names one, in DuckDB.</summary>
internal sealed class RespondentStore : IDisposable
{
    /// <summary>The table's name.</summary>
    public const string Table = "respondents";

    private readonly DuckDatabase _database;
    private readonly int _workers;

    /// <summary>Makes the table.</summary>
    /// <param name="database">The pass's database.</param>
    /// <param name="type">The type of the column that names the respondent.</param>
    /// <param name="workers">How many workers will append.</param>
    public RespondentStore(DuckDatabase database, CellType type, int workers)
    {
        _database = database;
        _workers = workers;
        var isText = type == CellType.Text;
        using var connection = database.Connect();
        connection.Execute($"CREATE TABLE {Table} (respondent {(isText ? "HUGEINT" : "BIGINT")}, class INTEGER)");
        Appenders = [.. Enumerable.Range(0, workers).Select(w => new RespondentAppender(database, isText, w, workers))];
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
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>The counts.</returns>
    public RespondentCount Count(IReadOnlyList<int[]> classOf, int classes, CancellationToken cancellation)
    {
        var byClass = new long[classes];
        var overlaps = new OverlapBuilder();
        var own = new List<int>();
        using var connection = _database.Connect();
        using var result = connection.Query(
            $"SELECT list(class) FROM {Table} GROUP BY respondent", cancellation);
        while (result.TryReadChunk(out var chunk))
        {
            var lists = chunk[0].Lists();
            var elements = chunk[0].Elements().Values<int>();
            foreach (var list in lists)
            {
                own.Clear();
                for (var i = (int)list.Offset; i < (int)(list.Offset + list.Length); i++)
                {
                    own.Add(classOf[elements[i] % _workers][elements[i] / _workers]);
                }

                overlaps.Add(own, 1);
                own.Sort();
                for (var i = 0; i < own.Count; i++)
                {
                    if (i == 0 || own[i] != own[i - 1])
                    {
                        byClass[own[i]]++;
                    }
                }
            }
        }

        return new RespondentCount(byClass, overlaps.Build());
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
