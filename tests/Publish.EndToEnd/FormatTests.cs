using Publish.EndToEnd.Fixtures;
using Publish.Pipeline;

namespace Publish.EndToEnd;

/// <summary>The Parquet files say what the CSV files say, to readers that share no code with their writer.</summary>
public sealed class FormatTests
{
    private static readonly string[] Labels =
        ["Zürich", "東京", "naïve, \"quoted\"", "two\nlines", "  padded ", new('a', 300), "O'Neil", "é", "e\u0301", "NULL", "NaN", "1e5", "😀"];

    [Fact]
    public async Task A_table_of_difficult_labels_and_huge_sums_reads_the_same_everywhere()
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string>
            {
                ["a"] = PolicyText.Key,
                ["b"] = "{ type: text, role: key }",
                ["n"] = "{ type: integer, role: measure }",
                ["d"] = "{ type: decimal, decimals: 2, role: measure }",
            },
            "releases:\n" + PolicyText.Table("t", "[a, b]", 4, ", measures: [count, { sum: n }, { sum: d }, { mean: d, decimals: 1 }]")));
        var lines = Enumerable.Range(0, 1500).Select(i =>
            $"{Quoted(Labels[i % 13])},{(i % 5 == 0 ? "" : Quoted(Labels[i / 7 % 13]))},{(i % 2 == 0 ? long.MaxValue : -i)},-{i}.05");
        var receipt = await scenario.PublishAsync("a,b,n,d\r\n" + string.Join("\r\n", lines));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertSameEverywhere(scenario, "t");
    }

    // What guesses types turns 007 into 7, and a column of them into numbers.
    [Fact]
    public async Task Codes_that_look_like_numbers_keep_their_zeros_and_a_withheld_number_is_null()
    {
        string[] codes = ["007", "0164A", "08", "1e5", "2026-01-02", "0"];
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string> { ["code"] = PolicyText.Key, ["sex"] = PolicyText.Key },
            "releases:\n" + PolicyText.Table("t", "[code, sex]", 3)));
        var lines = Enumerable.Range(0, 120).Select(i => $"{codes[i % 6]},{(i < 2 ? "x" : i % 4 < 2 ? "f" : "m")}");
        var receipt = await scenario.PublishAsync("code,sex\n" + string.Join('\n', lines) + "\n");

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertSameEverywhere(scenario, "t");
        var rows = scenario.ReadCsv("t");
        Assert.Superset(codes.ToHashSet(), rows.Select(row => row[0]).ToHashSet());
        Assert.Contains(rows, row => row[^1] == "c" && row[^2].Length == 0);
        Assert.DoesNotContain(ParquetReaders.ReadWithHyparquet(scenario.ParquetOf("t")), row => row[^1] == "c" && row[^2].Length > 0);
    }

    [Fact]
    public async Task Records_with_dates_numbers_and_missing_values_read_the_same_everywhere()
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string>
            {
                ["day"] = "{ type: date, role: key }",
                ["age"] = "{ type: integer, role: key }",
                ["gone"] = "{ type: boolean, role: key }",
                ["cost"] = "{ type: decimal, decimals: 3, role: sensitive }",
            },
            "releases:\n  - { name: r, kind: records, audience: public, columns: [day, age, gone, cost], k: 3 }"));
        string[] days = ["0001-01-01", "9999-12-31", "2024-02-29", ""];
        var lines = Enumerable.Range(0, 240).Select(i => $"{days[i % 4]},{(i % 3 == 0 ? "" : $"{-i % 2}")},{(i % 2 == 0 ? "true" : "0")},{(i % 7 == 0 ? "" : $"{i}.125")}");
        var receipt = await scenario.PublishAsync("day,age,gone,cost\n" + string.Join('\n', lines) + "\n");

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertSameEverywhere(scenario, "r");
    }

    private static void AssertSameEverywhere(Scenario scenario, string release)
    {
        Assert.True(SameRows.AssertEverywhere(Path.Combine(scenario.Version, release + ".csv")).Length > 10);
        Assert.True(scenario.Verify().IsVerified);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
