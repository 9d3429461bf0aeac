using System.Globalization;
using System.Text;

namespace Publish.Csv.Tests;

public sealed class DistinctTextsTests
{
    [Fact]
    public void Texts_are_numbered_in_the_order_they_are_met_whatever_their_length()
    {
        var texts = new DistinctTexts();
        string[] met = ["", "a", "aa", "b", "abcdefgh", "abcdefgha", "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghXjklmnopq", new('é', 40)];
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(Enumerable.Range(0, met.Length), met.Select(text => texts.NumberOf(Encoding.UTF8.GetBytes(text))));
        }

        Assert.Equal(met, Enumerable.Range(0, texts.Count).Select(texts.TextOf));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(300, 2)]
    [InlineData(40_000, 1)]
    [InlineData(40_000, 2)]
    public void The_number_of_a_cell_stands_for_its_text(int distinct, int threads)
    {
        var (report, rows) = Read(distinct, threads, Some.Text() with { MissingMarks = ["NA"] });
        Assert.Empty(report.Faults);
        Assert.Equal(Rows, rows.Count);
        Assert.Equal(0, rows.Wrong);
        Assert.Equal(distinct <= 300, rows.AllNumbered);
    }

    // Each text that breaks a rule is a fault as often as it occurs, also once the column has too many texts to number.
    [Theory]
    [InlineData(7)]
    [InlineData(40_000)]
    public void Faults_are_counted_by_cell_not_by_text(int distinct)
    {
        var (report, _) = Read(distinct, 2, Some.Text() with { Pattern = "t[0-9]*[0-46-9]", MissingMarks = ["NA"] });
        var expected = Enumerable.Range(0, Rows).Select(row => TextOf(row, distinct)).Count(text => text.EndsWith('5'));
        Assert.Equal(expected, Assert.Single(report.Faults).Count);
    }

    private const int Rows = 100_000;

    private static string TextOf(int row, int distinct)
    {
        var number = (int)(row * 7919L % distinct);
        return number == 3 ? "NA" : string.Create(CultureInfo.InvariantCulture, $"t{number}");
    }

    private static (ReadReport Report, NumberedCells Rows) Read(int distinct, int threads, CsvColumn column)
    {
        var file = new StringBuilder("name\n");
        for (var row = 0; row < Rows; row++)
        {
            file.Append(TextOf(row, distinct)).Append('\n');
        }

        var rows = new NumberedCells();
        using var stream = new MemoryStream(Some.Utf8(file.ToString()));
        return (CsvReader.Read(stream, Some.Format, [column], rows, Some.Options(threads), CancellationToken.None), rows);
    }

    /// <summary>Compares each cell's number with its text.</summary>
    private sealed class NumberedCells : IBatchConsumer
    {
        private readonly Lock _lock = new();

        public int Count { get; private set; }

        public int Wrong { get; private set; }

        public bool AllNumbered { get; private set; } = true;

        public void Consume(int worker, TypedBatch batch)
        {
            var column = batch.Columns[0];
            lock (_lock)
            {
                Count += batch.RowCount;
                AllNumbered &= column.DistinctTexts is not null;
                for (var row = 0; row < batch.RowCount && column.DistinctTexts is { } texts; row++)
                {
                    var number = column.TextNumbers[row];
                    var isRight = column.Missing[row] ? number == -1 : texts.Utf8Of(number).SequenceEqual(column.Text(row));
                    Wrong += isRight ? 0 : 1;
                }
            }
        }
    }
}
