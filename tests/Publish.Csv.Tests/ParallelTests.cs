namespace Publish.Csv.Tests;

public sealed class ParallelTests
{
    private static CsvColumn[] Three { get; } =
        [Some.Integer("id") with { Required = true }, Some.Text("name") with { Pattern = "[a-z]*" }, new("day", CellType.Date)];

    [Fact]
    public void The_report_is_the_same_for_any_number_of_threads_and_any_size_of_block()
    {
        var file = Some.Utf8("id,name,day\n" + string.Concat(Enumerable.Range(0, 30_000).Select(Row)));
        var expected = Some.Describe(Some.Read(file, null, Some.Options(), Three).Report);
        Assert.True(expected.Split('\n').Length > 50);
        foreach (var (threads, block) in ((int, int)[])[(1, 100), (2, 100), (4, 64), (2, 5000), (3, 1 << 16), (4, 1 << 20)])
        {
            Assert.Equal(expected, Some.Describe(Some.Read(file, null, Some.Options(threads, block), Three).Report));
        }
    }

    [Fact]
    public void Every_row_is_handed_over_once_with_its_number_and_line()
    {
        var file = Some.Utf8("name,day,id\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i =>
            i % 3 == 0 ? $"\"a\nb\",2026-01-01,{i}\n" : $"ab,2026-01-01,{i}\r\n")));
        var (report, rows) = Some.Read(file, null, Some.Options(4, 3000), Some.Integer("id"), Some.Text("name"));
        Assert.Equal(["extra-label 1:1:2"], Some.Places(report));
        (report, rows) = Some.Read(file, null, Some.Options(4, 3000), Some.Integer("id"), Some.Text("name"), Some.Text("day"));
        Assert.True(report.IsClean);
        Assert.Equal(Enumerable.Range(2, 50_000).Select(row => (long)row), rows.All.Select(row => row.Number));
        Assert.Equal(Enumerable.Range(0, 50_000).Select(i => (object)(long)i), rows.All.Select(row => row.Cells[0]!));
        Assert.Equal(Enumerable.Range(0, 50_000).Select(i => (long)(i + 2 + ((i + 2) / 3))), rows.All.Select(row => row.Line));
    }

    [Fact]
    public void What_the_consumer_throws_is_thrown_on()
    {
        var file = Some.Utf8("id\n" + string.Concat(Enumerable.Repeat("1\n", 10_000)));
        using var stream = new MemoryStream(file);
        Assert.Throws<InvalidOperationException>(() =>
            CsvReader.Read(stream, Some.Format, [Some.Integer("id")], new Broken(), Some.Options(4, 100), default));
    }

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        using var stream = new RepeatingStream("id\n"u8.ToArray(), "1\n"u8.ToArray(), long.MaxValue);
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => CsvReader.Read(
            stream, Some.Format, [Some.Integer("id")], new Cancelling(cancellation), Some.Options(2), cancellation.Token));
    }

    [Fact]
    public void Progress_ends_at_the_length_of_the_file()
    {
        var progress = new LastReport();
        using var stream = new MemoryStream(Some.Utf8("id\n" + string.Concat(Enumerable.Repeat("1\n", 500_000))));
        CsvReader.Read(stream, Some.Format, [Some.Integer("id")], new CollectedRows(), Some.Options(2) with { Progress = progress }, default);
        Assert.Equal(stream.Length, progress.Value);
    }

    private static string Row(int i) => (i % 1009) switch
    {
        1 => $"x,ab,2026-01-01\n",
        2 => $"{i},AB,2026-01-01\n",
        3 => $"{i},ab,2026-02-30\n",
        4 => $"{i},ab\n",
        5 => "\n",
        6 => $"{i},a\"b,2026-01-01\n",
        7 => $"{i},\"a\nb\",2026-01-01\r\n",
        8 => $"{i},\"ab,2026-01-01\n",
        9 => $",ab,2026-01-01\n",
        10 => $"{i},a\0b,2026-01-01\n",
        _ => $"{i},ab,2026-01-01\n",
    };

    private sealed class Broken : IBatchConsumer
    {
        public void Consume(int worker, TypedBatch batch) => throw new InvalidOperationException();
    }

    private sealed class Cancelling(CancellationTokenSource cancellation) : IBatchConsumer
    {
        public void Consume(int worker, TypedBatch batch) => cancellation.Cancel();
    }

    private sealed class LastReport : IProgress<long>
    {
        public long Value { get; private set; }

        public void Report(long value) => Value = value;
    }
}
