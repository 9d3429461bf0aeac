using System.Security.Cryptography;

namespace Publish.Duck.Tests;

public sealed class ParquetTests : DuckTest
{
    private static readonly ParquetOptions Small = new() { RowGroupRows = 2048 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_bytes_are_the_same_at_any_number_of_threads(bool ordered)
    {
        var digests = new HashSet<string>();
        foreach (var (threads, memory) in (ReadOnlySpan<(int, long)>)[(1, 256 << 20), (2, 256 << 20), (2, 48 << 20), (4, 256 << 20)])
        {
            using var database = Scratch.Open(threads, memory, ordered: ordered, at: Path.Combine(Scratch.Root, "t" + threads));
            using var connection = database.Connect();
            connection.Execute(
                "CREATE TABLE t AS SELECT hash(i) % 1000 AS k, 'key ' || hash(i + 1) % 300 AS s,"
                + " (hash(i) % 10000 / 100)::DECIMAL(12,2) AS x FROM range(500000) r(i)");
            var path = Scratch.File("t.parquet");
            var rows = connection.WriteParquet(
                "SELECT k, s, count(*) AS n, sum(x) AS x FROM t GROUP BY ALL ORDER BY ALL",
                path,
                new ParquetOptions { RowGroupRows = 20_000, Metadata = [new("edition", "2026-10"), new("a'b\"c", "{\"ż\": 'x'}")] });
            Assert.True(rows > 200_000);
            digests.Add(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
        }

        Assert.Single(digests);
    }

    [Fact]
    public void Metadata_lie_in_the_footer_as_they_were_given()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT 1 AS a", path, Small with { Metadata = [new("b'\"c", "it's {\"ż\"}"), new("a", "")] });
        Assert.Equal(
            ["b'\"c=it's {\"ż\"}", "a="],
            Texts($"SELECT decode(key) || '=' || decode(value) FROM parquet_kv_metadata({DuckSql.Literal(path)})"));
    }

    [Fact]
    public void Row_groups_and_compression_are_as_fixed()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT i FROM range(10000) r(i) ORDER BY i", path, Small);
        var file = DuckSql.Literal(path);
        Assert.Equal([2048L, 2048L, 2048L, 2048L, 1808L], Column<long>($"SELECT row_group_num_rows FROM parquet_metadata({file})"));
        Assert.Equal(["ZSTD"], Texts($"SELECT DISTINCT compression FROM parquet_metadata({file})"));
    }

    [Fact]
    public void A_file_appears_only_when_it_is_whole()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT 1 AS a", path, Small);
        var before = File.ReadAllBytes(path);
        Assert.Throws<DuckException>(() => Connection.WriteParquet(
            "SELECT (CASE WHEN i = 90000 THEN 'x' ELSE '1' END)::INTEGER FROM range(100000) r(i)", path, Small));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(Scratch.Files));
    }

    [Fact]
    public void A_cancelled_write_leaves_no_file()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Throws<OperationCanceledException>(() => Connection.WriteParquet(
            "SELECT hash(a.i + b.i) FROM range(1000000) a(i), range(1000000) b(i)",
            Scratch.File("t.parquet"),
            new ParquetOptions(),
            cancellation.Token));
        Assert.Empty(Directory.GetFileSystemEntries(Scratch.Files));
    }

    [Fact]
    public void A_schema_is_read_without_the_rows()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT i AS n, i::DECIMAL(12,2) AS \"x y\", i::VARCHAR AS t, [i] AS l FROM range(3) r(i)", path, Small);
        var schema = Connection.ReadParquetSchema(path);
        Assert.Equal(3, schema.Rows);
        Assert.Equal(
            [new("n", DuckType.BigInt), new("x y", DuckType.Decimal(12, 2)), new("t", DuckType.Varchar), new("l", DuckType.List(DuckType.BigInt))],
            schema.Columns);
    }

    [Fact]
    public void Rows_come_in_file_order_with_their_numbers()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT i, -i AS j FROM range(200000) r(i) ORDER BY i", path, Small);
        using var result = Connection.ReadParquet(path, ["j"]);
        var rows = 0L;
        while (result.TryReadChunk(out var chunk))
        {
            Assert.Equal(rows, chunk.FirstRow);
            foreach (var value in chunk[0].Values<long>())
            {
                Assert.Equal(-rows++, value);
            }
        }

        Assert.Equal(200_000, rows);
    }

    [Fact]
    public void A_file_without_rows_has_a_schema_and_no_chunk()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT 1 AS a WHERE false", path, Small);
        var schema = Connection.ReadParquetSchema(path);
        Assert.Equal(0, schema.Rows);
        Assert.Equal([new("a", DuckType.Integer)], schema.Columns);
        using var result = Connection.ReadParquet(path);
        Assert.False(result.TryReadChunk(out _));
    }

    [Fact]
    public void A_folder_named_like_a_partition_adds_no_column()
    {
        Directory.CreateDirectory(Scratch.File("edition=2026"));
        var path = Scratch.File("edition=2026/t.parquet");
        Connection.WriteParquet("SELECT 1 AS a", path, Small);
        Assert.Equal(["a"], Connection.ReadParquetSchema(path).Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_file_cut_short_is_unreadable(int length)
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT 'CANARY' AS a", path, Small);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length - 1 : length)]);
        var fault = Assert.Throws<DuckException>(() => Connection.ReadParquetSchema(path));
        Assert.Same(DuckCodes.UnreadableParquet, fault.Code);
        Assert.Same(DuckCodes.UnreadableParquet, Assert.Throws<DuckException>(() => Connection.ReadParquet(path)).Code);
        Assert.DoesNotContain(Scratch.Files, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_text_is_unreadable()
    {
        Assert.Same(
            DuckCodes.UnreadableParquet,
            Assert.Throws<DuckException>(() => Connection.ReadParquetSchema(Scratch.File("none.parquet"))).Code);
        File.WriteAllText(Scratch.File("t.parquet"), "a,b\n1,2\n");
        Assert.Same(
            DuckCodes.UnreadableParquet,
            Assert.Throws<DuckException>(() => Connection.ReadParquetSchema(Scratch.File("t.parquet"))).Code);
    }

    [Fact]
    public void Damaged_pages_are_unreadable_or_read_but_never_end_the_process()
    {
        var path = Scratch.File("t.parquet");
        Connection.WriteParquet("SELECT i, hash(i)::VARCHAR AS s FROM range(5000) r(i) ORDER BY i", path, Small);
        var bytes = File.ReadAllBytes(path);
        var unreadable = 0;
        for (var at = 4; at < bytes.Length - 8; at += 997)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0xFF;
            File.WriteAllBytes(path, damaged);
            using var database = Scratch.Open(1, at: Path.Combine(Scratch.Root, "damaged"));
            using var connection = database.Connect();
            try
            {
                using var result = connection.ReadParquet(path);
                while (result.TryReadChunk(out _))
                {
                }
            }
            catch (DuckException fault)
            {
                Assert.Same(DuckCodes.UnreadableParquet, fault.Code);
                unreadable++;
            }
        }

        Assert.True(unreadable > 0);
    }

    [Theory]
    [InlineData("relative.parquet")]
    [InlineData("/folder/*.parquet")]
    [InlineData("/folder/[a].parquet")]
    public void Patterns_and_relative_paths_are_refused(string path) =>
        Assert.Throws<ArgumentException>(() => Connection.ReadParquet(path));

    [Fact]
    public void Without_insertion_order_there_is_no_file_order()
    {
        using var database = Scratch.Open(ordered: false, at: Path.Combine(Scratch.Root, "unordered"));
        using var connection = database.Connect();
        Assert.Throws<InvalidOperationException>(() => connection.ReadParquet(Scratch.File("t.parquet")));
    }
}
