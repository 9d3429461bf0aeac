using System.IO.Compression;
using System.Text;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.EndToEnd;

/// <summary>Each way a file can be wrong gets a receipt that says what, where exactly, and what to do, and quotes nothing.</summary>
public sealed class FaultTests
{
    private const string Secret = "Marguerite-7Q";

    // Faults of one row, put at row 78 of 300.
    public static TheoryData<string, string, string> RowFaults => new()
    {
        { $"x,p,{Secret}", "type-error", "row 78, line 78, column 3 (n)" },
        { $"x,p,1,{Secret}", "extra-cell", "row 78, line 78, column 4" },
        { $"x,{Secret}", "missing-cell", "row 78, line 78, column 3" },
        { ",p,1", "constraint-required", "row 78, line 78, column 1 (a)" },
        { "", "blank-row", "row 78, line 78" },
        { $"x,p\"{Secret},1", "stray-quote", "row 78, line 78, column 2" },
        { $"x,\"p\"{Secret},1", "text-after-quote", "row 78, line 78, column 2" },
        { $"x,\"{Secret},1", "unterminated-quote", "row 78, line 78, column 2" },
        { $"x,{Secret}\0,1", "nul-byte", "row 78, line 78, column 2 (b)" },
        { $"={Secret},p,1", "formula-text", "row 78, line 78, column a" },
        { "Total,p,1", "reserved-text", "row 78, line 78, column a" },
        { "x,p,9223372036854775808", "type-error", "row 78, line 78, column 3 (n)" },
        { "x,p,1 ", "type-error", "row 78, line 78, column 3 (n)" },
    };

    // Faults of the file as a whole, and of its header.
    public static TheoryData<string, string, string> FileFaults => new()
    {
        { "", "empty-file", "" },
        { Body("a;b;n", ';'), "missing-header", "row 1, line 1" },
        { Body("a,bb,n"), "extra-label", "row 1, line 1, column 2" },
        { Body("A,b,n"), "incorrect-label", "row 1, line 1, column 1 (a)" },
        { Body("a,b,n,a"), "duplicate-label", "row 1, line 1, column 4 (a)" },
        { Body($"{Secret},q,2"), "missing-header", "row 1, line 1" },
        { Body("a,b,n").Replace('\n', '\r'), "bare-carriage-return", "row 1, line 1, column 3" },
    };

    [Theory]
    [MemberData(nameof(RowFaults))]
    public async Task A_fault_in_a_row_is_placed_exactly(string row, string code, string place)
    {
        var lines = Body("a,b,n").Split('\n');
        lines[77] = row;
        AssertFault(await PublishAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines))), code, place);
    }

    [Theory]
    [MemberData(nameof(FileFaults))]
    public async Task A_fault_of_the_file_is_named(string file, string code, string place) =>
        AssertFault(await PublishAsync(Encoding.UTF8.GetBytes(file)), code, place);

    [Fact]
    public async Task A_workbook_under_the_name_of_a_text_file_is_refused()
    {
        using var workbook = new MemoryStream();
        using (var parts = new ZipArchive(workbook, ZipArchiveMode.Create, leaveOpen: true))
        {
            parts.CreateEntry("[Content_Types].xml");
            parts.CreateEntry("xl/workbook.xml");
        }

        AssertFault(await PublishAsync(workbook.ToArray()), "excel-file", "");
    }

    [Fact]
    public async Task Lines_are_those_of_an_editor_after_cells_that_hold_line_ends()
    {
        var lines = Body("a,b,n").Split('\n');
        lines[77] = "x,\"p\nq\r\nr\",1";
        lines[100] = $"x,p,{Secret}";
        AssertFault(await PublishAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "type-error", "row 101, line 103, column 3 (n)");
    }

    [Fact]
    public async Task A_letter_in_another_encoding_is_placed_exactly()
    {
        var lines = Body("a,b,n").Split('\n');
        lines[77] = "é,p,1";
        AssertFault(await PublishAsync(Encoding.Latin1.GetBytes(string.Join('\n', lines))), "encoding-error", "row 78, line 78, column 1 (a)");
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(-1)]
    public async Task A_compressed_file_cut_short_is_refused(int cut)
    {
        var packed = Gzip(Body("a,b,n"));
        AssertFault(await PublishAsync(packed[..^-cut], "{ compression: gzip }"), "compression-error", "");
    }

    [Fact]
    public async Task A_compressed_file_is_read_only_where_the_policy_says_so()
    {
        AssertFault(await PublishAsync(Gzip(Body("a,b,n"))), "undeclared-compression", "");
        Assert.Equal(Verdict.Accepted, (await PublishAsync(Gzip(Body("a,b,n")), "{ compression: gzip }")).Verdict);
    }

    [Fact]
    public async Task Every_fault_is_counted_and_the_first_are_listed()
    {
        var receipt = await PublishAsync(Encoding.UTF8.GetBytes(Body("a,b,n") + string.Concat(Enumerable.Repeat($"x,p,{Secret}\n", 100_000))));
        var finding = Assert.Single(receipt.Findings);
        Assert.Equal(100_000, finding.Count);
        Assert.Equal(10, finding.First.Count);
        Assert.Equal("row 302, line 302, column 3 (n)", finding.First[0].Place);
    }

    [Fact]
    public async Task A_row_of_many_megabytes_is_refused_and_the_rows_after_it_are_read()
    {
        var receipt = await PublishAsync(Encoding.UTF8.GetBytes($"a,b,n\nx,{new string('y', 20 << 20)},1\nx,p,{Secret}\n"));
        Assert.Equal(["record-too-long", "type-error"], receipt.Findings.Select(finding => finding.Code));
        Assert.Equal("row 3, line 3, column 3 (n)", receipt.Findings[1].First[0].Place);
    }

    private static string Body(string header, char delimiter = ',') =>
        header + "\n" + string.Concat(Enumerable.Range(0, 300).Select(i => string.Join(delimiter, "xyz"[i % 3], "pq"[i / 3 % 2], i % 7) + "\n"));

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<Receipt> PublishAsync(byte[] upload, string file = "{ format: csv }")
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string> { ["a"] = PolicyText.Key, ["b"] = "{ type: text, role: key }", ["n"] = "{ type: integer, role: measure }" },
            "releases:\n" + PolicyText.Table("t", "[a, b]", 3, ", measures: [count, { sum: n }]"),
            file));
        var receipt = await scenario.PublishAsync(upload);
        Assert.Equal(receipt.Verdict == Verdict.Accepted, Directory.Exists(scenario.Version));
        return receipt;
    }

    private static void AssertFault(Receipt receipt, string code, string place)
    {
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        var finding = receipt.Findings.First(f => f.Code == code);
        Assert.Equal(place, finding.First[0].Place);
        Assert.NotEmpty(finding.Remedy);
        Assert.DoesNotContain(Secret, ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(ReceiptJson.Write(receipt)), StringComparison.Ordinal);
    }
}
