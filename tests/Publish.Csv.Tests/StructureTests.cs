namespace Publish.Csv.Tests;

public sealed class StructureTests
{
    private static CsvColumn[] Two { get; } = [Some.Text("a"), Some.Text("b")];

    [Fact]
    public void Rows_with_too_few_or_too_many_cells_are_reported_with_their_lines()
    {
        var (report, _) = Some.Read("a,b\n\"1\n\",2\n3\n4,5,6\n7,8\n", Two);
        Assert.Equal(["missing-cell 3:4:2", "extra-cell 4:5:3"], Some.Places(report));
        Assert.Contains("It has 3, not 2.", report.Faults[1].First[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(4, report.Rows);
    }

    [Fact]
    public void Blank_rows_are_reported_also_those_of_delimiters_alone()
    {
        var (report, _) = Some.Read("a,b\n\n1,2\n,\r\n\r\n", Two);
        Assert.Equal(["blank-row 2:2:0", "blank-row 4:4:0", "blank-row 5:5:0"], Some.Places(report));
    }

    [Fact]
    public void A_missing_value_of_a_single_column_must_be_quoted()
    {
        var (report, _) = Some.Read("a\n\"\"\n\n", Some.Text("a"));
        Assert.Equal(["blank-row 3:3:0"], Some.Places(report));
    }

    [Fact]
    public void A_stray_quote_is_reported_at_its_cell_and_the_next_row_is_read()
    {
        var (report, _) = Some.Read("a,b\n1,5\"x\n2\n", Two);
        Assert.Equal(["stray-quote 2:2:2", "missing-cell 3:3:2"], Some.Places(report));
    }

    [Fact]
    public void Text_after_a_closing_quote_is_reported_where_the_quote_opened_and_the_next_line_is_read()
    {
        var (report, _) = Some.Read("a,b\n\"open,1\n2\n3,\"x\"\n4,5\n", Two);
        Assert.Equal(["text-after-quote 2:2:1", "missing-cell 3:3:2"], Some.Places(report));
        Assert.Equal(4, report.Rows);
    }

    [Fact]
    public void An_unterminated_quote_does_not_swallow_the_rows_after_it()
    {
        var (report, _) = Some.Read("a,b\n1,2\n3,\"open\n4\n5,6\n", Two);
        Assert.Equal(["unterminated-quote 3:3:2", "missing-cell 4:4:2"], Some.Places(report));
        Assert.Equal(4, report.Rows);
    }

    [Fact]
    public void A_carriage_return_alone_is_reported()
    {
        var (report, _) = Some.Read("a,b\n1,2\r3,4\r\n5,6\r", Two);
        Assert.Equal(["bare-carriage-return 2:2:2", "bare-carriage-return 3:3:2"], Some.Places(report));
        (report, _) = Some.Read("a,b\r1,2\r3,4\r", Two);
        Assert.Equal(["bare-carriage-return 1:1:2"], Some.Places(report));
    }

    [Fact]
    public void A_carriage_return_inside_quotes_is_text()
    {
        var (report, rows) = Some.Read("a,b\n\"1\r2\",\"3\r\n4\"\r\n", Two);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal(["1\r2", "3\r\n4"], rows.All[0].Cells);
    }

    [Fact]
    public void A_nul_is_reported_at_its_cell()
    {
        var (report, _) = Some.Read("a,b\n1,\0\n\"x\0\",2\n", Two);
        Assert.Equal(["nul-byte 2:2:2", "nul-byte 3:3:1"], Some.Places(report).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_long_record_is_reported_once_and_the_next_is_read()
    {
        var format = Some.Format with { MaximumRecordBytes = 64 };
        var line = new string('x', 1000);
        var (report, _) = Some.Read(Some.Utf8($"a,b\n1,{line}\n2\n{line}"), format, Some.Options(block: 10), Two);
        Assert.Equal(["record-too-long 2:2:0", "record-too-long 4:4:0", "missing-cell 3:3:2"], Some.Places(report));
    }

    [Fact]
    public void A_record_as_long_as_allowed_is_read()
    {
        var format = Some.Format with { MaximumRecordBytes = 64 };
        foreach (var end in (string[])["", "\n", "\r\n"])
        {
            var cell = new string('x', 64 - 2 - end.Length);
            Assert.True(Some.Read(Some.Utf8($"a,b\n1,{cell}{end}"), format, null, Two).Report.IsClean);
            Assert.False(Some.Read(Some.Utf8($"a,b\n1,{cell}x{end}"), format, null, Two).Report.IsClean);
        }
    }

    [Fact]
    public void An_unterminated_quote_in_a_long_file_is_reported_where_it_opens()
    {
        var format = Some.Format with { MaximumRecordBytes = 64 };
        var body = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},x\n"));
        var (report, _) = Some.Read(Some.Utf8($"a,b\n1,\"open\n{body}"), format, Some.Options(block: 7), Two);
        Assert.Equal(["unterminated-quote 2:2:2"], Some.Places(report));
        Assert.Equal(101, report.Rows);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData(' ')]
    public void Any_declared_delimiter_parts_cells(char delimiter)
    {
        var format = Some.Format with { Delimiter = delimiter };
        var (report, rows) = Some.Read(Some.Utf8($"b{delimiter}a\n1,2{delimiter}\"x{delimiter}y\"\n"), format, null, Two);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal([$"x{delimiter}y", "1,2"], rows.All[0].Cells);
    }
}
