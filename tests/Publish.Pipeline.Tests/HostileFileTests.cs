using System.IO.Compression;
using System.Text;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Validation;
using Publish.Policies.Files;

namespace Publish.Pipeline.Tests;

/// <summary>Files made to exhaust who reads them, or to pass for another kind: each is rejected with a code, in little memory.</summary>
public sealed class HostileFileTests
{
    private const long Budget = 200L << 20;

    [Theory]
    [InlineData("a,")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\"")]
    public async Task A_gzip_bomb_is_rejected_in_little_memory(string filling)
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with { File = "{compression: gzip, maximumBytes: 50000000}" };
        var bomb = Bomb(filling, 200_000_000 / filling.Length);
        Assert.InRange(bomb.Length, 1, 2_000_000);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var receipt = await desk.RunAsync(policy, bomb);
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, Budget);
        Assert.Empty(desk.PublicFiles());
    }

    [Theory]
    [InlineData("csv, none", 5, 1L << 40)]
    [InlineData("csv, gzip", 5, 1L << 30)]
    [InlineData("csv, zstd", 1L << 30, 200L << 30)]
    [InlineData("parquet", long.MaxValue, 1L << 40)]
    public void A_packed_file_may_become_a_gibibyte_or_200_times_as_large(string kind, long length, long limit)
    {
        var format = new FileFormat
        {
            Kind = kind == "parquet" ? FileKind.Parquet : FileKind.Csv,
            Compression = kind.EndsWith("gzip", StringComparison.Ordinal) ? FileCompression.Gzip
                : kind.EndsWith("zstd", StringComparison.Ordinal) ? FileCompression.Zstd
                : FileCompression.None,
        };
        Assert.Equal(limit, UnpackingLimit.Of(format, length));
        Assert.Equal(7, UnpackingLimit.Of(format with { MaximumBytes = 7 }, length));
    }

    [Fact]
    public async Task Zip_content_under_the_name_of_a_csv_is_rejected()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("people.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(Some.Csv));
        }

        using var desk = Some.Desk();
        Assert.Equal("foreign-file", Assert.Single((await desk.RunAsync(Some.Policy, target.ToArray())).Findings).Code);
    }

    [Fact]
    public async Task Gzip_content_where_none_is_declared_is_rejected()
    {
        using var desk = Some.Desk();
        Assert.Equal("undeclared-compression", Assert.Single((await desk.RunAsync(Some.Policy, Bomb("a", 1_000_000))).Findings).Code);
    }

    [Fact]
    public async Task A_Parquet_file_of_a_few_kilobytes_that_holds_gigabytes_is_rejected_in_little_memory()
    {
        using var desk = new Desk();
        var file = ParquetFiles.Write(desk, Path.Combine(desk.Inbox, "upload.parquet"), "SELECT repeat('a', 500000) AS place, 'x' AS sex FROM range(20000)");
        Assert.InRange(new FileInfo(file).Length, 1, 2_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var receipt = await RunAsync(desk, file, "{format: parquet, maximumBytes: 100000000}");
        Assert.Equal("decoded-too-large", Assert.Single(receipt.Findings).Code);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, Budget);
    }

    [Fact]
    public async Task A_Parquet_row_longer_than_a_record_may_be_is_rejected_by_its_number()
    {
        using var desk = new Desk();
        var file = ParquetFiles.Write(desk, Path.Combine(desk.Inbox, "upload.parquet"), "SELECT repeat('a', i * 1000000) AS place, 'x' AS sex FROM range(1, 4) t(i)");
        var fault = Assert.Single((await RunAsync(desk, file, "{format: parquet}")).Findings);
        Assert.Equal(("record-too-long", "row 2"), (fault.Code, Assert.Single(fault.First).Place));
    }

    private static Task<Receipt> RunAsync(Desk desk, string upload, string file)
    {
        var policy = new PolicyText
        {
            File = file,
            Columns = [("place", "{type: text, role: key, required: true}"), ("sex", "{type: text, role: key, required: true}")],
            Releases = ["{name: t, kind: table, audience: public, by: {place: [place, all], sex: [sex, all]}, measures: [count], threshold: 2}"],
        };
        return desk.RunFileAsync(desk.Write("policy.yaml", policy.ToString()), upload);
    }

    private static byte[] Bomb(string filling, int times)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("id,district,sex,pay,note\n"u8);
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(filling, 1 << 20)));
            for (var left = times; left > 0; left -= 1 << 20)
            {
                gzip.Write(block.AsSpan(0, Math.Min(left, 1 << 20) * filling.Length));
            }
        }

        return target.ToArray();
    }
}
