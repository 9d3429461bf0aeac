using System.Text;
using Publish.Duck;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Writes and reads Parquet for tests.</summary>
internal static class ParquetFiles
{
    /// <summary>Writes the rows of a query to a file, in the query's order.</summary>
    public static string Write(Desk desk, string path, string query)
    {
        using var database = Open(desk);
        using var connection = database.Connect();
        connection.WriteParquet(query, path, new ParquetOptions());
        return path;
    }

    /// <summary>The rows of a query, all columns as text.</summary>
    public static IReadOnlyList<string[]> Query(Desk desk, string query)
    {
        using var database = Open(desk);
        using var connection = database.Connect();
        using var result = connection.Query(query);
        var rows = new List<string[]>();
        while (result.TryReadChunk(out var chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var cells = new string[result.Columns.Count];
                for (var column = 0; column < cells.Length; column++)
                {
                    cells[column] = chunk[column].IsNull(row) ? "" : Encoding.UTF8.GetString(chunk[column].Utf8(row));
                }

                rows.Add(cells);
            }
        }

        return rows;
    }

    private static DuckDatabase Open(Desk desk) => DuckDatabase.Open(new DuckOptions
    {
        Threads = 1,
        MemoryLimitBytes = 128L << 20,
        TemporaryFolder = Path.Combine(desk.Root, "parquet"),
        MaximumTemporaryBytes = 1L << 30,
        AllowedFolders = [desk.Root],
    });
}
