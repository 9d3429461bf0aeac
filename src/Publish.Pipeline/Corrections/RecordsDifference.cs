using System.Globalization;
using Publish.Duck;

namespace Publish.Pipeline.Corrections;

/// <summary>
/// Compares two versions of a release of records class by class: records that came, or went, in a class are as good as
/// singled out where they are fewer than k (Xiao and Tao, <em>m-invariance: towards privacy preserving re-publication of
/// dynamic datasets</em>, SIGMOD 2007).
/// </summary>
/// <param name="before">The Parquet file of the earlier version.</param>
/// <param name="now">The Parquet file of the later version.</param>
/// <param name="keys">The columns whose values make a class.</param>
internal sealed class RecordsDifference(string before, string now, IReadOnlyList<string> keys)
{
    /// <summary>Counts.</summary>
    /// <param name="connection">A connection that may read both files.</param>
    /// <param name="k">The records that must have changed in a class in which any did; at least 1.</param>
    /// <param name="cancellation">Interrupts the work.</param>
    /// <returns>Records that only one version has, and the classes in which a version has fewer such than k.</returns>
    public (long Changed, long Few) Count(DuckConnection connection, int k, CancellationToken cancellation)
    {
        var (added, fewAdded) = Only(connection, now, before, k, cancellation);
        var (removed, fewRemoved) = Only(connection, before, now, k, cancellation);
        return (added + removed, fewAdded + fewRemoved);
    }

    private (long Records, long Few) Only(DuckConnection connection, string one, string other, int k, CancellationToken cancellation)
    {
        var by = keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", keys.Select(DuckSql.Identifier))}";
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT CAST(coalesce(sum(n), 0) AS BIGINT), CAST(count(*) FILTER (n BETWEEN 1 AND {k - 1}) AS BIGINT) FROM (
                SELECT count(*) AS n FROM (
                    SELECT * FROM read_parquet({DuckSql.Literal(one)}) EXCEPT ALL SELECT * FROM read_parquet({DuckSql.Literal(other)})){by})
            """);
        using var result = connection.Query(sql, cancellation);
        return result.TryReadChunk(out var chunk)
            ? (chunk[0].Values<long>()[0], chunk[1].Values<long>()[0])
            : throw new InvalidOperationException("A count has one row.");
    }
}
