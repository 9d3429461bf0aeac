using System.Globalization;
using System.Text.Json;
using Publish.Duck;

namespace Publish.EndToEnd.Fixtures;

/// <summary>Reads published Parquet files as texts, the header first, with two readers.</summary>
internal static class ParquetReaders
{
    /// <summary>With hyparquet, which is JavaScript.</summary>
    public static string[][] ReadWithHyparquet(string path) => Hyparquet(path);

    /// <summary>The type of each column as hyparquet reads it from the file's schema.</summary>
    public static string[] TypesByHyparquet(string path) => Hyparquet(path, "--types")[0];

    /// <summary>The type of each column as DuckDB reads it.</summary>
    public static string[] TypesByDuckDb(string path)
    {
        var types = WithDuckDb(path, connection => Texts(connection, $"SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet('{path}'))"));
        return [.. types.Select(row => row[0])];
    }

    private static string[][] Hyparquet(string path, params IEnumerable<string> options) => JsonSerializer.Deserialize<string[][]>(
        Programs.Run("node", [Path.Combine(Repository.Root, "tests", "Publish.EndToEnd", "read-parquet.mjs"), path, .. options]))!;

    /// <summary>With DuckDB.</summary>
    public static string[][] ReadWithDuckDb(string path) => WithDuckDb(path, connection => (string[][])
    [
        Names(connection, path),
        .. Texts(connection, $"SELECT COALESCE(CAST(COLUMNS(*) AS VARCHAR), '') FROM read_parquet('{path}')"),
    ]);

    /// <summary>How many rows a query over a file finds in DuckDB.</summary>
    public static int CountInDuckDb(string path, string query) =>
        int.Parse(WithDuckDb(path, connection => Texts(connection, $"SELECT CAST(count(*) AS VARCHAR) FROM ({query.TrimEnd(';')})"))[0][0], CultureInfo.InvariantCulture);

    private static T WithDuckDb<T>(string path, Func<DuckConnection, T> read)
    {
        var temporary = Directory.CreateTempSubdirectory("publish-duck-").FullName;
        try
        {
            using var database = DuckDatabase.Open(new DuckOptions
            {
                Threads = 1,
                MemoryLimitBytes = 256 << 20,
                TemporaryFolder = temporary,
                MaximumTemporaryBytes = 64 << 20,
                AllowedFolders = [Path.GetDirectoryName(path)!],
            });
            using var connection = database.Connect();
            return read(connection);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static List<string[]> Texts(DuckConnection connection, string query)
    {
        var rows = new List<string[]>();
        using var result = connection.Query(query);
        while (result.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var cells = new string[result.Columns.Count];
                for (var column = 0; column < cells.Length; column++)
                {
                    cells[column] = System.Text.Encoding.UTF8.GetString(chunk[column].Utf8(row));
                }

                rows.Add(cells);
            }
        }

        return rows;
    }

    private static string[] Names(DuckConnection connection, string path)
    {
        using var result = connection.Query($"SELECT * FROM read_parquet('{path}') LIMIT 0");
        return [.. result.Columns.Select(column => column.Name)];
    }
}
