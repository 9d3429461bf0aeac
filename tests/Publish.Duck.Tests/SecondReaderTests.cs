using System.Diagnostics;
using System.Text.Json;

namespace Publish.Duck.Tests;

/// <summary>What we write is read by hyparquet, a Parquet reader that shares no code with DuckDB.</summary>
public sealed class SecondReaderTests : DuckTest
{
    [Fact]
    public void Another_reader_finds_the_same_values()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet(
            """
            SELECT i::INTEGER AS i, i * 4294967296 AS l, (i * 1.25)::DECIMAL(12,2) AS x, (i * -1.5)::DECIMAL(38,1) AS w,
              i % 2 = 0 AS b, DATE '1969-12-30' + i::INTEGER AS d, i / 4 AS f,
              CASE WHEN i % 3 = 0 THEN NULL ELSE repeat('ż', i::INTEGER % 20) || i END AS s
            FROM range(5000) r(i) ORDER BY i
            """,
            path,
            new ParquetOptions { RowGroupRows = 2048 });
        using var read = JsonDocument.Parse(Read(path));
        var rows = read.RootElement.EnumerateArray().ToArray();
        Assert.Equal(5000, rows.Length);
        for (var n = 0; n < rows.Length; n++)
        {
            var row = rows[n];
            Assert.Equal(n, row.GetProperty("i").GetInt32());
            Assert.Equal(n * 4294967296L, row.GetProperty("l").GetInt64());
            Assert.Equal(n * 1.25m, decimal.Round(row.GetProperty("x").GetDecimal(), 2), 2);
            Assert.Equal(n * -1.5m, row.GetProperty("w").GetDecimal());
            Assert.Equal(n % 2 == 0, row.GetProperty("b").GetBoolean());
            Assert.Equal(new DateOnly(1969, 12, 30).AddDays(n), DateOnly.FromDateTime(row.GetProperty("d").GetDateTime()));
            Assert.Equal(n / 4.0, row.GetProperty("f").GetDouble());
            Assert.Equal(n % 3 == 0 ? null : new string('ż', n % 20) + n, row.GetProperty("s").GetString());
        }
    }

    private static string Read(string path)
    {
        var script = Path.Combine(Repository.Root, "tests", "Publish.Duck.Tests", "read-parquet.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, path]) { RedirectStandardOutput = true })!;
        var text = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return text;
    }
}
