namespace Publish.Csv.Tests;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("excel-file", "PK\u0003\u0004\u0014\0\u0006\0\u0008\0\0\0!\0......[Content_Types].xml")]
    [InlineData("excel-file", "PK\u0003\u0004..............................xl/workbook.xml")]
    [InlineData("foreign-file", "PK\u0003\u0004..............................table.csv")]
    [InlineData("foreign-file", "%PDF-1.7\n")]
    [InlineData("foreign-file", "PAR1\u0015\u0004")]
    [InlineData("foreign-file", "SQLite format 3\0")]
    [InlineData("foreign-file", "7z\u00bc\u00af\u0027\u001c")]
    [InlineData("foreign-file", "\n <!DOCTYPE HTML><html>")]
    [InlineData("excel-file", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")]
    [InlineData("undeclared-compression", "\u001f\u008b\u0008\0")]
    [InlineData("undeclared-compression", "\u0028\u00b5\u002f\u00fd")]
    [InlineData("empty-file", "")]
    [InlineData("empty-file", "\u00ef\u00bb\u00bf")]
    public void What_is_no_delimited_text_is_recognised_and_read_to_its_end(string code, string head)
    {
        byte[] file = [.. System.Text.Encoding.Latin1.GetBytes(head), .. head.Length > 3 ? new byte[100_000] : []];
        var (report, rows) = Some.Read(file, null, null, Some.Integer("a"));
        Assert.Equal([$"{code} 0:0:0"], Some.Places(report));
        Assert.Equal("", report.Faults[0].First[0].Place);
        Assert.Equal(file.Length, report.SourceBytes);
        Assert.Empty(rows.All);
    }

    [Fact]
    public void A_spreadsheet_is_told_to_save_as_csv()
    {
        var (report, _) = Some.Read("PK\u0003\u0004 [Content_Types].xml", Some.Integer("a"));
        Assert.Contains("CSV UTF-8", Some.Describe(report), StringComparison.Ordinal);
    }
}
