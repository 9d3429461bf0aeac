using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Measuring;
using Publish.Duck;

namespace Publish.Benchmarks.Grouping;

/// <summary>Whether both sides found the same: the published cells held against the unprotected ones.</summary>
/// <param name="Cells">The cells of the published table, totals among them.</param>
/// <param name="Suppressed">Those without a count.</param>
/// <param name="Compared">Cells without totals that are on both sides, the suppressed among them.</param>
/// <param name="Unprotected">The cells DuckDB wrote.</param>
/// <param name="Small">Those of them below the threshold.</param>
/// <param name="Differing">Compared cells with another count or sum.</param>
/// <param name="Exposed">Compared cells below the threshold that are not suppressed.</param>
internal sealed record Agreement(
    long Cells, long Suppressed, long Compared, long Unprotected, long Small, long Differing, long Exposed)
{
    /// <summary>Whether every cell was published or suppressed, every small one suppressed, and no number differs.</summary>
    public bool IsComplete => Compared == Unprotected && Differing == 0 && Exposed == 0;

    /// <summary>Compares what the two sides wrote.</summary>
    /// <param name="publishedFolder">Where Publish wrote.</param>
    /// <param name="unprotectedFolder">Where DuckDB wrote.</param>
    /// <exception cref="ProgramFailedException">Publish wrote no table.</exception>
    public static Agreement Of(string publishedFolder, string unprotectedFolder)
    {
        var published = Directory
            .EnumerateFiles(publishedFolder, ClaimsPolicy.Release + ".parquet", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault() ?? throw new ProgramFailedException("Nothing was published.");
        using var database = DuckDatabase.Open(new DuckOptions
        {
            Threads = 1,
            MemoryLimitBytes = 512L << 20,
            TemporaryFolder = Path.Combine(unprotectedFolder, "temporary"),
            MaximumTemporaryBytes = 0,
            AllowedFolders = [publishedFolder, unprotectedFolder],
        });
        using var connection = database.Connect();
        using var rows = connection.Query(Sql(published, Path.Combine(unprotectedFolder, UnprotectedQuery.FileName + ".parquet")));
        _ = rows.TryReadChunk(out var chunk);
        return new(
            chunk[0].Values<long>()[0],
            chunk[1].Values<long>()[0],
            chunk[2].Values<long>()[0],
            chunk[3].Values<long>()[0],
            chunk[4].Values<long>()[0],
            chunk[5].Values<long>()[0],
            chunk[6].Values<long>()[0]);
    }

    private static string Sql(string published, string unprotected)
    {
        var keys = string.Join(" AND ", ClaimsShape.Keys.Select(key => $"p.{key}::VARCHAR = u.{key}::VARCHAR"));
        return $"""
            WITH p AS (SELECT * FROM read_parquet({DuckSql.Literal(published)}, hive_partitioning = false)),
                u AS (SELECT * FROM read_parquet({DuckSql.Literal(unprotected)})),
                pairs AS (SELECT p.count AS shown, u.count AS true_count,
                    p.count <> u.count OR p.income_sum <> u.income_sum AS differs
                    FROM u JOIN p ON {keys})
            SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM p WHERE count IS NULL), (SELECT count(*) FROM pairs),
                (SELECT count(*) FROM u), (SELECT count(*) FROM u WHERE count < {ClaimsPolicy.Threshold}),
                (SELECT count(*) FROM pairs WHERE shown IS NOT NULL AND coalesce(differs, true)),
                (SELECT count(*) FROM pairs WHERE shown IS NOT NULL AND true_count < {ClaimsPolicy.Threshold})
            """;
    }
}
