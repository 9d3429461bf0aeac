using Publish.Csv;
using Publish.Duck;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Staging;

/// <summary>
/// Reads the upload a second time and puts the rows of kept classes into DuckDB, their keys at the chosen levels. Rows of
/// suppressed classes never leave this class.
/// </summary>
internal sealed class RecordsRows : IBatchConsumer, IDisposable
{
    private readonly RecordsWorker[] _workers;

    /// <summary>Makes the table that the rows go to.</summary>
    /// <param name="connection">A connection to its database.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="layout">Its columns.</param>
    public static void Declare(DuckConnection connection, string name, IReadOnlyList<RecordsColumn> layout) =>
        connection.Execute($"CREATE TABLE {DuckSql.Identifier(name)} ({string.Join(", ", layout.Select(Declaration))})");

    /// <summary>Begins to read a file.</summary>
    /// <param name="database">The database of the table.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="records">The release as protected.</param>
    /// <param name="layout">The table's columns.</param>
    /// <param name="plan">The plan of the first pass.</param>
    /// <param name="threads">The reader's threads.</param>
    public RecordsRows(
        DuckDatabase database,
        string name,
        ProtectedRecords records,
        IReadOnlyList<RecordsColumn> layout,
        GroupingPlan plan,
        int threads)
    {
        var kept = KeptClasses(records);
        _workers = [.. Enumerable.Range(0, threads).Select(_ => new RecordsWorker(database, name, records, layout, plan, kept))];
    }

    /// <inheritdoc />
    public void Consume(int worker, TypedBatch batch) => _workers[worker].Add(batch);

    /// <summary>Commits the rows.</summary>
    /// <returns>The number of rows.</returns>
    public long Complete() => _workers.Sum(worker => worker.Complete());

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }

    private static string Declaration(RecordsColumn column) => $"{DuckSql.Identifier(column.Name)} {column.Type}";

    private static ClassAccumulator KeptClasses(ProtectedRecords records)
    {
        var published = records.Records.Published;
        var kept = new ClassAccumulator(records.Plan.Keys.Count, 0);
        var codes = new int[records.Plan.Keys.Count];
        for (var c = 0; c < published.Count; c++)
        {
            for (var key = 0; key < codes.Length; key++)
            {
                codes[key] = published.Codes[key][c];
            }

            kept.CountRow(codes);
        }

        return kept;
    }
}
