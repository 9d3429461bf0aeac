using Publish.Benchmarks.Claims;
using Publish.Duck;

namespace Publish.Benchmarks.Grouping;

/// <summary>What DuckDB is asked to do: group the claims once, without protection, and write Parquet and CSV.</summary>
internal static class UnprotectedQuery
{
    /// <summary>The name of both files, without their endings.</summary>
    public const string FileName = "unprotected";

    /// <summary>The statements.</summary>
    /// <param name="claims">The file of claims.</param>
    /// <param name="variant">Who the respondents are.</param>
    /// <param name="folder">Where the files go.</param>
    public static IEnumerable<string> Statements(string claims, ClaimsVariant variant, string folder)
    {
        var keys = string.Join(", ", ClaimsShape.Keys);
        var columns = string.Join(", ", ClaimsShape.Columns(variant)
            .Select(column => $"{DuckSql.Literal(column.Name)}: {DuckSql.Literal(column.Type)}"));
        var count = variant == ClaimsVariant.Row ? "count(*)" : $"count(DISTINCT {ClaimsShape.NumberColumn(variant)})";
        var target = DuckSql.Literal(Path.Combine(folder, FileName))[..^1];
        return
        [
            $$"""
            CREATE TEMP TABLE grouped AS
            SELECT {{keys}}, {{count}} AS count, sum(income) AS income_sum
            FROM read_csv({{DuckSql.Literal(claims)}}, auto_detect = false, header = true, delim = ',', quote = '"',
                escape = '"', new_line = '\n', columns = { {{columns}} })
            GROUP BY {{keys}}
            """,
            $"COPY grouped TO {target}.parquet' (FORMAT parquet, COMPRESSION zstd)",
            $"COPY grouped TO {target}.csv' (FORMAT csv, HEADER)",
        ];
    }
}
