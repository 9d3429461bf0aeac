namespace Publish.Csv.Tests;

public sealed class TypedBatchBuilderTests
{
    private static CsvColumn[] Columns { get; } =
    [
        Some.Integer("a") with { Minimum = 0, Required = true },
        Some.Text("b") with { Pattern = "[a-z]*", MissingMarks = ["NA"] },
        new("c", CellType.Date),
    ];

    [Fact]
    public void Cells_are_typed_by_the_rules_of_delimited_text()
    {
        var rows = new CollectedRows();
        var builder = new TypedBatchBuilder(Columns, Some.Format, rows, 3, Some.Options());
        Add(builder, 2, "5", "xyz", "1970-01-02");
        Add(builder, 7, "6", "NA", null);
        Add(builder, 8, "7", "", "");
        Assert.Empty(builder.Complete());
        Assert.Equal([(2, 0), (7, 0), (8, 0)], rows.All.Select(row => ((int)row.Number, (int)row.Line)));
        Assert.Equal([5L, "xyz", 1L], rows.All[0].Cells);
        Assert.Equal([6L, null, null], rows.All[1].Cells);
        Assert.Equal([7L, "", null], rows.All[2].Cells);
    }

    [Fact]
    public void Faults_have_row_and_column_and_no_line()
    {
        var rows = new CollectedRows();
        var builder = new TypedBatchBuilder(Columns, Some.Format, rows, 0, Some.Options());
        Add(builder, 2, "-5", "X", "1970-01-32");
        Add(builder, 3, null, "x", null);
        builder.BeginRow(4);
        builder.Add("1"u8);
        builder.Add([0xFF]);
        builder.Add("\0"u8);
        var faults = builder.Complete();
        Assert.Equal(
            ["constraint-minimum row 2, column 1 (a)", "constraint-pattern row 2, column 2 (b)", "type-error row 2, column 3 (c)",
             "constraint-required row 3, column 1 (a)", "encoding-error row 4, column 2 (b)", "nul-byte row 4, column 3 (c)"],
            faults.Select(group => $"{group.Code.Id} {group.First[0].Place}"));
        Assert.Empty(rows.All);
    }

    [Fact]
    public void Many_rows_come_in_several_batches()
    {
        var rows = new CollectedRows();
        var builder = new TypedBatchBuilder(Columns, Some.Format, rows, 0, Some.Options());
        for (var row = 0; row < 100_000; row++)
        {
            Add(builder, row + 2, row.ToString(System.Globalization.CultureInfo.InvariantCulture), "longtextofacell", null);
        }

        Assert.Empty(builder.Complete());
        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => (object)(long)i), rows.All.Select(row => row.Cells[0]!));
    }

    [Fact]
    public void A_row_must_have_every_cell()
    {
        var builder = new TypedBatchBuilder(Columns, Some.Format, new CollectedRows(), 0, Some.Options());
        builder.BeginRow(2);
        builder.AddMissing();
        Assert.Throws<InvalidOperationException>(() => builder.BeginRow(3));
        builder.AddMissing();
        builder.AddMissing();
        Assert.Throws<InvalidOperationException>(builder.AddMissing);
    }

    private static void Add(TypedBatchBuilder builder, long row, params string?[] cells)
    {
        builder.BeginRow(row);
        foreach (var cell in cells)
        {
            if (cell is null)
            {
                builder.AddMissing();
            }
            else
            {
                builder.Add(Some.Utf8(cell));
            }
        }
    }
}
