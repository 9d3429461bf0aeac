namespace Publish.Csv.Tests;

/// <summary>Whatever the file, all memory ever allocated while reading it stays small, so its peak does too.</summary>
[Collection(nameof(Alone))]
public sealed class BoundedMemoryTests
{
    private const long FileLength = 120_000_000;
    private const long MostAllocated = 40_000_000;

    // One block grows to the longest record and then holds a quarter of a million rows.
    private const long MostAllocatedForLongBlock = 64_000_000;

    private static CsvColumn[] Two { get; } = [Some.Integer("a") with { Minimum = 0 }, Some.Text("b") with { Values = ["x"] }];

    [Theory]
    [InlineData("wrong types and values", "x1,zz\n", "type-error")]
    [InlineData("cells too many", "1,x,3\n", "extra-cell")]
    [InlineData("stray quotes", "1,x\"\n", "stray-quote")]
    [InlineData("quotes never closed", "1,\"x\n", "text-after-quote")]
    [InlineData("blank rows", "\n", "blank-row")]
    [InlineData("NUL", "a\0b,\0c\n", "nul-byte")]
    [InlineData("no UTF-8", "1,\u00ff\n", "encoding-error")]
    [InlineData("delimiters", ",", "record-too-long")]
    [InlineData("quotes", "\"", "record-too-long")]
    [InlineData("one line", "x", "record-too-long")]
    [InlineData("carriage returns", "\r", "bare-carriage-return")]
    public void A_hundred_and_twenty_megabytes_of_nothing_but_faults_take_little_memory(string what, string piece, string code)
    {
        Assert.NotEmpty(what);
        using var file = new RepeatingStream("a,b\n"u8.ToArray(), System.Text.Encoding.Latin1.GetBytes(piece), FileLength);
        var before = GC.GetTotalAllocatedBytes();
        var report = CsvReader.Read(file, Some.Format, Two, new CollectedRows(), Some.Options(2), CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostAllocated);
        Assert.Contains(report.Faults, group => group.Code.Id == code);
        Assert.All(report.Faults, group => Assert.InRange(group.First.Count, 1, 10));
        Assert.Equal(FileLength, report.SourceBytes);
    }

    [Fact]
    public void An_unterminated_quote_before_many_good_rows_takes_little_memory_and_is_one_fault()
    {
        using var file = new RepeatingStream("a,b\n1,\"x\n"u8.ToArray(), "1,x\n"u8.ToArray(), 100_000_001);
        var before = GC.GetTotalAllocatedBytes();
        var report = CsvReader.Read(file, Some.Format, Two, new CollectedRows(), Some.Options(2), CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostAllocatedForLongBlock);
        Assert.Equal(["unterminated-quote 2:2:2"], Some.Places(report));
        Assert.Equal(1 + ((100_000_001 - 9) / 4), report.Rows);
    }

    [Fact]
    public void A_header_of_millions_of_labels_is_too_long_and_takes_little_memory()
    {
        using var file = new RepeatingStream([], "label,"u8.ToArray(), 100_000_000);
        var before = GC.GetTotalAllocatedBytes();
        var report = CsvReader.Read(file, Some.Format, Two, new CollectedRows(), Some.Options(2), CancellationToken.None);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostAllocated);
        Assert.Equal(["record-too-long 1:1:0"], Some.Places(report));
    }
}
