namespace Publish.Csv.Tests;

public sealed class HeaderTests
{
    [Fact]
    public void Columns_come_in_the_order_declared_whatever_the_order_of_the_file()
    {
        var (report, rows) = Some.Read("b,a\n1,x\n", Some.Text("a"), Some.Integer("b"));
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal(["x", 1L], Assert.Single(rows.All).Cells);
    }

    [Fact]
    public void A_quoted_label_may_hold_anything()
    {
        var (report, rows) = Some.Read("\"a \"\"b\"\",\nc\",d\r\n1,2\r\n", Some.Integer("a \"b\",\nc"), Some.Integer("d"));
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal((2, 3), (rows.All[0].Number, rows.All[0].Line));
    }

    [Fact]
    public void An_undeclared_column_is_named_by_position_only()
    {
        var (report, rows) = Some.Read("a,canary\n1,2\n", Some.Integer("a"));
        Assert.Equal(["extra-label 1:1:2"], Some.Places(report));
        Assert.DoesNotContain("canary", Some.Describe(report), StringComparison.Ordinal);
        Assert.Empty(rows.All);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var (report, _) = Some.Read("a\n1\n", Some.Integer("a"), Some.Integer("b"));
        Assert.Equal(["missing-label 1:1:0"], Some.Places(report));
        Assert.Equal("row 1, line 1, column b", report.Faults[0].First[0].Place);
        Assert.Equal("b", report.Faults[0].Column);
    }

    [Theory]
    [InlineData("age ")]
    [InlineData("AGE")]
    [InlineData(" Age")]
    [InlineData("a ge")]
    public void A_label_that_differs_by_spaces_or_capitals_is_told_the_declared_name(string label)
    {
        var (report, _) = Some.Read($"{label},b\nx,1\n", Some.Integer("age"), Some.Integer("b"));
        Assert.Equal(["incorrect-label 1:1:1", "type-error 2:2:1"], Some.Places(report));
        Assert.Equal("row 1, line 1, column 1 (age)", report.Faults[0].First[0].Place);
    }

    [Fact]
    public void Blank_and_repeated_labels_are_reported()
    {
        var (report, _) = Some.Read("a,,a, \n1,2,3,4\n", Some.Integer("a"));
        Assert.Equal(["blank-header 1:1:2", "blank-header 1:1:4", "duplicate-label 1:1:3"], Some.Places(report));
    }

    [Fact]
    public void A_file_without_header_is_recognised_and_none_of_it_is_told()
    {
        var (report, _) = Some.Read("Jane Canary,47\nJohn,48\nJim,4,9\n", Some.Text("name"), Some.Integer("age"));
        Assert.Equal(["missing-header 1:1:0", "extra-cell 3:3:3"], Some.Places(report));
        Assert.DoesNotContain("Canary", Some.Describe(report), StringComparison.Ordinal);
        Assert.Equal(2, report.Rows);
    }

    [Fact]
    public void A_header_alone_is_clean_and_has_no_rows()
    {
        var (report, _) = Some.Read("a", Some.Integer("a"));
        Assert.True(report.IsClean);
        Assert.Equal(0, report.Rows);
    }

    [Fact]
    public void A_broken_header_is_the_only_fault_and_rows_are_still_counted()
    {
        var (report, _) = Some.Read("a,b\"c\n1,2\n3\n", Some.Integer("a"));
        Assert.Equal(["stray-quote 1:1:2"], Some.Places(report));
        Assert.Equal(2, report.Rows);
    }

    [Fact]
    public void Half_a_million_labels_are_counted_and_few_are_listed()
    {
        var (report, _) = Some.Read("a" + string.Concat(Enumerable.Repeat(",x", 500_000)) + "\n1\n", Some.Integer("a"));
        Assert.Equal(500_000, report.Faults[0].Count);
        Assert.Equal(10, report.Faults[0].First.Count);
        Assert.Equal("missing-cell 2:2:2", Some.Places(report)[^1]);
    }
}
