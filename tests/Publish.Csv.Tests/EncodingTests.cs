using System.Text;

namespace Publish.Csv.Tests;

public sealed class EncodingTests
{
    private const string Sample = "a,b\n1,é€ \U0001F600ß\n2,plain\n";

    private static CsvColumn[] Two { get; } = [Some.Integer("a"), Some.Text("b")];

    [Theory]
    [InlineData(TextEncoding.Utf8, "utf-8", true)]
    [InlineData(TextEncoding.Utf8, "utf-8", false)]
    [InlineData(TextEncoding.Utf16, "utf-16", true)]
    [InlineData(TextEncoding.Utf16, "utf-16BE", true)]
    [InlineData(TextEncoding.Utf16LittleEndian, "utf-16", true)]
    [InlineData(TextEncoding.Utf16LittleEndian, "utf-16", false)]
    [InlineData(TextEncoding.Utf16BigEndian, "utf-16BE", true)]
    [InlineData(TextEncoding.Utf16BigEndian, "utf-16BE", false)]
    public void Unicode_is_read_with_or_without_its_mark(TextEncoding declared, string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sample)];
        var (report, rows) = Some.Read(file, Some.Format with { Encoding = declared }, Some.Options(block: 5), Two);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal(["é€ \U0001F600ß", "plain"], rows.All.Select(row => row.Cells[1]));
        Assert.Equal(Encoding.UTF8.GetByteCount(Sample), report.DecodedBytes);
        Assert.Equal(file.Length, report.SourceBytes);
    }

    [Theory]
    [InlineData("C0AF")] // overlong
    [InlineData("E080AF")] // overlong
    [InlineData("EDA080")] // surrogate
    [InlineData("F4908080")] // beyond the last code point
    [InlineData("C3")] // cut short
    [InlineData("80")] // stray continuation
    [InlineData("FF")]
    public void Bytes_that_are_no_utf8_are_reported_at_their_cell(string hex)
    {
        byte[] file = [.. "a,b\n1,é\n2,\"x"u8, .. Convert.FromHexString(hex), .. "\"\n3,y\n"u8];
        var (report, _) = Some.Read(file, null, null, Two);
        Assert.Equal(["encoding-error 3:3:2"], Some.Places(report));
    }

    [Fact]
    public void A_label_that_is_no_text_is_reported()
    {
        var (report, _) = Some.Read([.. "a,b,"u8, 0xFF, .. "\n1,2,"u8, 0xFF, (byte)'\n'], null, null, Two);
        Assert.Equal(["encoding-error 1:1:3", "encoding-error 2:2:3"], Some.Places(report));
    }

    [Theory]
    [InlineData("00D8")] // high surrogate alone
    [InlineData("00DC")] // low surrogate alone
    [InlineData("00DC00D8")] // the wrong way round
    public void A_surrogate_without_its_partner_is_reported_at_its_cell(string hex)
    {
        byte[] file = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,x\n2,"), .. Convert.FromHexString(hex), .. Encoding.Unicode.GetBytes("z\n")];
        var (report, _) = Some.Read(file, Some.Format with { Encoding = TextEncoding.Utf16 }, null, Two);
        Assert.Equal(["encoding-error 3:3:2"], Some.Places(report));
    }

    [Fact]
    public void Half_a_unit_of_utf16_at_the_end_is_reported()
    {
        byte[] file = [.. Encoding.Unicode.GetBytes("a,b\n1,x"), 0x41];
        var (report, _) = Some.Read(file, Some.Format with { Encoding = TextEncoding.Utf16LittleEndian }, null, Two);
        Assert.Equal(["encoding-error 2:2:2"], Some.Places(report));
    }

    [Fact]
    public void Utf16_across_every_boundary_of_pieces_is_whole()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{new string('x', i % 7)}\U0001F600é\n"));
        var (report, rows) = Some.Read(Encoding.Unicode.GetBytes(text), Some.Format with { Encoding = TextEncoding.Utf16LittleEndian }, Some.Options(2), Two);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal(20_000, rows.All.Count);
        Assert.All(rows.All, row => Assert.EndsWith("\U0001F600é", (string)row.Cells[1]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_byte_of_latin1_is_itself_and_control_codes_are_refused()
    {
        for (var code = 0x80; code <= 0xFF; code++)
        {
            var (report, rows) = Some.Read([.. "a,b\n1,"u8, (byte)code], Some.Format with { Encoding = TextEncoding.Latin1 }, null, Two);
            Assert.Equal(code >= 0xA0, report.IsClean);
            Assert.Equal(code >= 0xA0 ? ((char)code).ToString() : "encoding-error 2:2:2", code >= 0xA0 ? rows.All[0].Cells[1] : Some.Places(report)[0]);
        }
    }

    [Fact]
    public void Every_byte_of_windows_1252_is_what_the_code_page_says()
    {
        var page = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        for (var code = 0x80; code <= 0xFF; code++)
        {
            var (report, rows) = Some.Read([.. "a,b\n1,"u8, (byte)code], Some.Format with { Encoding = TextEncoding.Windows1252 }, null, Two);
            if (code is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            {
                Assert.Equal(["encoding-error 2:2:2"], Some.Places(report));
            }
            else
            {
                Assert.Equal(page.GetString([(byte)code]), rows.All[0].Cells[1]);
            }
        }
    }

    [Theory]
    [InlineData(TextEncoding.Latin1, "EFBBBF", "byte-order-mark")]
    [InlineData(TextEncoding.Windows1252, "EFBBBF", "byte-order-mark")]
    [InlineData(TextEncoding.Utf16, "EFBBBF", "byte-order-mark")]
    [InlineData(TextEncoding.Utf8, "FFFE", "byte-order-mark")]
    [InlineData(TextEncoding.Utf8, "FEFF", "byte-order-mark")]
    [InlineData(TextEncoding.Utf16BigEndian, "FFFE", "byte-order-mark")]
    [InlineData(TextEncoding.Utf16LittleEndian, "FEFF", "byte-order-mark")]
    [InlineData(TextEncoding.Utf16, "", "missing-byte-order-mark")]
    public void A_mark_that_contradicts_the_declaration_is_a_fault_of_the_file(TextEncoding declared, string mark, string code)
    {
        byte[] file = [.. Convert.FromHexString(mark), .. "a,b\n1,2\n"u8];
        var (report, rows) = Some.Read(file, Some.Format with { Encoding = declared }, null, Two);
        Assert.Equal([$"{code} 0:0:0"], Some.Places(report));
        Assert.Empty(rows.All);
        Assert.Equal(file.Length, report.SourceBytes);
    }

    [Fact]
    public void Utf16_without_a_mark_declared_as_utf8_is_recognised()
    {
        var (report, _) = Some.Read(Encoding.Unicode.GetBytes("name,age\nx,1\n"), null, null, Two);
        Assert.Equal(["encoding-error 0:0:0"], Some.Places(report));
        Assert.Contains("UTF-16", Some.Describe(report), StringComparison.Ordinal);
    }
}
