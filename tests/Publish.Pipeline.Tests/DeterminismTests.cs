using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

public class DeterminismTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Threads_repetition_and_the_order_of_rows_change_no_public_byte(bool records)
    {
        // More than a reader's block, so that several threads get work.
        var policy = records ? Some.RecordsPolicy : Some.Policy with { Respondent = "id" };
        var rows = records ? Records() : Rows();
        var header = records ? new[] { "district", "age", "illness" } : ["id", "district", "sex", "pay", "note"];
        var csv = Some.CsvOf(header, rows);
        var expected = await PublicFilesAsync(policy, csv, threads: 1);

        Assert.Equal(expected, await PublicFilesAsync(policy, csv, threads: 1));
        Assert.Equal(expected, await PublicFilesAsync(policy, csv, threads: 2));
        new Random(5).Shuffle(rows);
        Assert.Equal(expected, await PublicFilesAsync(policy, Some.CsvOf(header, rows), threads: 2));
    }

    [Fact]
    public async Task The_order_of_columns_changes_no_public_byte()
    {
        var expected = await PublicFilesAsync(Some.Policy, Some.Csv, 1);
        var turned = Some.CsvOf(["note", "pay", "sex", "district", "id"], Some.Rows.Select(row => row.Reverse().ToArray()));
        Assert.Equal(expected, await PublicFilesAsync(Some.Policy, turned, 1));
    }

    private static async Task<SortedDictionary<string, byte[]>> PublicFilesAsync(PolicyText policy, string csv, int threads)
    {
        using var desk = Some.Desk();
        desk.Settings = desk.Settings with { Threads = threads };
        var receipt = await desk.RunAsync(policy, csv);
        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        return desk.PublicFiles();
    }

    private static string[][] Rows()
    {
        var random = new Random(3);
        string[] districts = ["Norham", "Norton", "Sutham", "Sutton"];
        return [.. Enumerable.Range(0, 60_000).Select(i => new[]
        {
            FormattableString.Invariant($"P{random.Next(40_000)}"),
            districts[(int)(Math.Pow(random.NextDouble(), 5) * 4)],
            random.Next(20_000) == 0 ? "rare" : random.Next(2) == 0 ? "x" : "y",
            FormattableString.Invariant($"{random.Next(1_000_000) / 100m:F2}"),
            "a note to make the file long enough",
        })];
    }

    private static string[][] Records() =>
        [.. Some.RecordsCsv(9, 40_000).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
}
