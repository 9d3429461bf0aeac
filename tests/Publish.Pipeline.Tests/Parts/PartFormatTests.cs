using System.Text;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Parts;

/// <summary>Parts that are packed or Parquet give what the one file of all rows gives, byte for byte.</summary>
public sealed class PartFormatTests
{
    private const string Rows = """
        SELECT CASE WHEN i % 7 = 0 THEN NULL WHEN i % 2 = 0 THEN 'Orléans' ELSE 'a "b", c' END AS place,
               i % 40 AS person,
               (i % 60)::SMALLINT AS age,
               CASE WHEN i % 11 = 0 THEN NULL ELSE (i * 7 - 100)::DECIMAL(9,2) END AS pay
        FROM range(3000) t(i)
        """;

    private static readonly PolicyText Policy = new()
    {
        Respondent = "person",
        File = "{format: parquet}",
        Columns =
        [
            ("place", "{type: text, role: key}"),
            ("person", "{type: integer, role: identifier}"),
            ("age", "{type: integer, role: key, required: true, min: 0}"),
            ("pay", "{type: decimal, decimals: 2, role: measure}"),
        ],
        Hierarchies = [("age", "{steps: [20]}")],
        Releases = ["{name: t, kind: table, audience: public, by: {place: [place, all], age: [age_20, all]}, measures: [count, {sum: pay}], threshold: 2}"],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Parts_of_Parquet_give_the_files_of_the_whole(int parts)
    {
        using var whole = new Desk();
        var expected = await whole.RunFileAsync(
            whole.Write("policy.yaml", Policy.ToString()), ParquetFiles.Write(whole, Path.Combine(whole.Inbox, "upload.parquet"), Rows));

        using var cut = new Desk();
        var folder = FolderOf(cut);
        for (var part = 0; part < parts; part++)
        {
            ParquetFiles.Write(cut, Path.Combine(folder, $"part-{part}.parquet"), $"SELECT * FROM ({Rows}) WHERE (person + age) % {parts} = {part}");
        }

        AssertSame(whole, expected, cut, await cut.RunUploadAsync(Policy, new LocalFolder(folder)));
    }

    [Theory]
    [InlineData("{compression: gzip}")]
    [InlineData("{compression: zstd}")]
    [InlineData("{encoding: utf-16, compression: gzip}")]
    public async Task Packed_parts_give_the_files_of_the_whole(string format)
    {
        var policy = Some.Policy with { Respondent = "id", File = format };
        using var whole = Some.Desk();
        var expected = await whole.RunAsync(policy, PackedFile.Of(Some.Csv, format));

        using var cut = Some.Desk();
        var folder = FolderOf(cut);
        foreach (var (name, text) in PartFiles.Cut(Some.Csv, 3))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), PackedFile.Of(text, format));
        }

        AssertSame(whole, expected, cut, await cut.RunUploadAsync(policy, new LocalFolder(folder)));
    }

    [Fact]
    public async Task A_part_that_is_not_packed_as_the_others_are_is_named()
    {
        const string Format = "{compression: gzip}";
        using var desk = Some.Desk();
        var folder = FolderOf(desk);
        var parts = PartFiles.Cut(Some.Csv, 2);
        await File.WriteAllBytesAsync(Path.Combine(folder, "part-0.csv"), PackedFile.Of(parts["part-0.csv"], Format));
        await File.WriteAllBytesAsync(Path.Combine(folder, "part-1.csv"), Encoding.UTF8.GetBytes(parts["part-1.csv"]));
        var receipt = await desk.RunUploadAsync(Some.Policy with { File = Format }, new LocalFolder(folder));
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        Assert.Contains("part part-1.csv", Assert.Single(Assert.Single(receipt.Findings).First).Place, StringComparison.Ordinal);
        Assert.Empty(desk.PublicFiles());
    }

    private static string FolderOf(Desk desk)
    {
        var folder = Directory.CreateDirectory(Path.Combine(desk.Inbox, PartFiles.Folder)).FullName;
        File.WriteAllText(Path.Combine(folder, UploadFolder.Marker), "");
        return folder;
    }

    private static void AssertSame(Desk whole, Receipt expected, Desk cut, Receipt receipt)
    {
        Assert.True(expected.Verdict == Verdict.Accepted, ReceiptText.Write(expected));
        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        Assert.Equal(expected.Upload!.Rows, receipt.Upload!.Rows);
        Assert.Equal(whole.PublicFiles(), cut.PublicFiles());
    }
}
