using System.Text;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>The same rows in any declared format give the same public bytes.</summary>
public class FormatTests
{
    private static readonly string[] Header = ["place", "born", "pay", "flag"];

    private static readonly PolicyText Policy = new()
    {
        Columns =
        [
            ("place", "{type: text, role: key}"),
            ("born", "{type: date, role: key, required: true}"),
            ("pay", "{type: decimal, decimals: 2, role: measure}"),
            ("flag", "{type: boolean, role: key, required: true}"),
        ],
        Hierarchies = [("born", "{dates: [year]}")],
        Releases = ["{name: t, kind: table, audience: public, by: {place: [place, all], born: [born_year, all], flag: [flag, all]}, measures: [count, {sum: pay}], threshold: 2}"],
    };

    public static TheoryData<string> Formats =>
    [
        "{encoding: utf-8, bom: yes}", "crlf", "quoted", "{encoding: windows-1252, delimiter: \";\", decimalMark: \",\", dateFormat: dd/MM/yyyy}",
        "{encoding: latin-1, delimiter: tab}", "{encoding: utf-16}", "{encoding: utf-16be}", "{encoding: utf-16le}", "{compression: gzip}",
        "{compression: zstd}", "{missing: [n/a]}", "{encoding: windows-1252, compression: gzip, delimiter: \"|\"}",
    ];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_format_of_the_upload_leaves_no_trace(string format)
    {
        var expected = await PublicFilesAsync(Policy, Encoding.UTF8.GetBytes(Some.CsvOf(Header, Rows())));
        var declared = format.StartsWith('{') && !format.Contains("bom", StringComparison.Ordinal) ? format : null;
        Assert.Equal(expected, await PublicFilesAsync(Policy with { File = declared }, Encoded(format)));
    }

    private static byte[] Encoded(string format)
    {
        var rows = Rows();
        if (format.Contains("decimalMark", StringComparison.Ordinal))
        {
            rows = [.. rows.Select(row => (string[])[row[0], $"{row[1][8..]}/{row[1][5..7]}/{row[1][..4]}", row[2].Replace('.', ','), row[3]])];
        }

        if (format.Contains("n/a", StringComparison.Ordinal))
        {
            rows = [.. rows.Select(row => row.Select(cell => cell.Length == 0 ? "n/a" : cell).ToArray())];
        }

        if (format == "quoted")
        {
            rows = [.. rows.Select(row => row.Select(cell => cell.Length == 0 ? cell : $"\"{cell}\"").ToArray())];
        }

        var delimiter = format.Contains('|', StringComparison.Ordinal) ? "|" : format.Contains(';', StringComparison.Ordinal) ? ";" : format.Contains("tab", StringComparison.Ordinal) ? "\t" : ",";
        var text = Some.CsvOf(Header, rows, delimiter, format == "crlf" ? "\r\n" : "\n");
        return PackedFile.Of(text, format);
    }

    private static string[][] Rows() =>
        [.. Enumerable.Range(0, 60).Select(i => new[]
        {
            i % 7 == 0 ? "" : i % 3 == 0 ? "Münster" : "Orléans",
            FormattableString.Invariant($"{1990 + (i % 3)}-{1 + (i % 12):D2}-{1 + (i % 28):D2}"),
            i % 11 == 0 ? "" : FormattableString.Invariant($"{(i * 7) - 100}.{i:D2}"),
            i % 2 == 0 ? "true" : "false",
        })];

    private static async Task<SortedDictionary<string, byte[]>> PublicFilesAsync(PolicyText policy, byte[] upload)
    {
        using var desk = new Desk();
        var receipt = await desk.RunAsync(policy, upload);
        Assert.True(receipt.Verdict == Verdict.Accepted, Receipts.ReceiptText.Write(receipt));
        return desk.PublicFiles();
    }
}
