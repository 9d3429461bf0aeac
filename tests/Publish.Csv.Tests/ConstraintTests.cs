namespace Publish.Csv.Tests;

public sealed class ConstraintTests
{
    [Fact]
    public void A_missing_cell_in_a_required_column_is_reported_at_its_place()
    {
        var (report, _) = Some.Read("a,b\n1,x\n,y\n3,\n", new("a", CellType.Integer) { Required = true }, Some.Text("b") with { Required = true });
        Assert.Equal(["constraint-required 3:3:1", "constraint-required 4:4:2"], Some.Places(report));
        Assert.Equal("row 3, line 3, column 1 (a)", report.Faults[0].First[0].Place);
    }

    [Fact]
    public void Values_outside_the_bounds_are_reported()
    {
        var (report, _) = Some.Read("a\n4\n5\n7\n8\n", Some.Integer("a") with { Minimum = 5, Maximum = 7 });
        Assert.Equal(["constraint-minimum 2:2:1", "constraint-maximum 5:5:1"], Some.Places(report));
    }

    [Fact]
    public void A_pattern_must_match_the_whole_cell()
    {
        var column = Some.Text("a") with { Pattern = "[A-Z]{2}|x" };
        var (report, _) = Some.Read("a\nAB\nABC\nx\nxx\n\"AB\n\"\na very long text of more than sixteen bytes\n", column);
        Assert.Equal(["constraint-pattern 3:3:1", "constraint-pattern 5:5:1", "constraint-pattern 6:6:1", "constraint-pattern 7:8:1"], Some.Places(report));
    }

    [Theory]
    [InlineData("[0-9]+", true)]
    [InlineData("(", false)]
    [InlineData("a)|(b", false)]
    [InlineData(@"(a)\1", false)]
    [InlineData("(?=a)", false)]
    public void Patterns_are_judged_alone_and_without_backtracking(string pattern, bool accepted) =>
        Assert.Equal(accepted, CsvColumn.IsPattern(pattern));

    [Fact]
    public void Only_permitted_texts_are_accepted()
    {
        var (report, _) = Some.Read("a\nred\nRed\ngreen\ngreen \n", Some.Text("a") with { Values = ["red", "green"] });
        Assert.Equal(["constraint-values 3:3:1", "constraint-values 5:5:1"], Some.Places(report));
    }

    [Fact]
    public void Missing_marks_are_exact_and_come_before_the_type()
    {
        var column = Some.Integer("a") with { MissingMarks = ["NA", "-9"] };
        var (report, rows) = Some.Read("a\nNA\n-9\n-8\n\"NA\"\n", column);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal([null, null, -8L, null], rows.All.Select(row => row.Cells[0]));

        (report, _) = Some.Read("a\nna\n\"\"\nNA \n", column);
        Assert.Equal(["type-error 2:2:1", "type-error 3:3:1", "type-error 4:4:1"], Some.Places(report));
    }

    [Fact]
    public void A_missing_cell_meets_no_other_constraint()
    {
        var column = Some.Text("a") with { Pattern = "x", Values = ["x"] };
        var (report, rows) = Some.Read("b,a\n1,\n2,x\n", Some.Integer("b"), column);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal([null, "x"], rows.All.Select(row => row.Cells[1]));
    }

    [Fact]
    public void A_quoted_empty_cell_is_as_missing_as_an_empty_one()
    {
        var (_, rows) = Some.Read("a,b\n\"\",\n", Some.Text("a"), Some.Text("b"));
        Assert.Equal([null, null], Assert.Single(rows.All).Cells);
    }

    [Fact]
    public void An_empty_text_is_text_where_empty_is_no_missing_mark()
    {
        var column = Some.Text("a") with { MissingMarks = ["NA"] };
        var (_, rows) = Some.Read("b,a\n1,\n2,NA\n", Some.Integer("b"), column);
        Assert.Equal(["", null], rows.All.Select(row => row.Cells[1]));
    }

    [Fact]
    public void A_declaration_that_contradicts_itself_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Some.Read("a\n", Some.Text("a") with { Minimum = 1 }));
        Assert.Throws<ArgumentException>(() => Some.Read("a\n", Some.Text("a"), Some.Text("a")));
        Assert.Throws<ArgumentException>(() => Some.Read("a\n", new CsvColumn("a", CellType.Decimal) { Scale = 19 }));
        Assert.Throws<ArgumentException>(() => Some.Read([], Some.Format with { Delimiter = 'x' }, null, Some.Text("a")));
        Assert.Throws<ArgumentException>(() => Some.Read("a\n"));
    }
}
