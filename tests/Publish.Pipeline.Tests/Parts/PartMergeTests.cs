using System.Globalization;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Tests.Oracles;

namespace Publish.Pipeline.Tests.Parts;

/// <summary>A folder of parts gives what the one file of all rows gives, byte for byte.</summary>
public sealed class PartMergeTests
{
    private static readonly PolicyText Firms = new()
    {
        Respondent = "firm\nholding: group",
        Columns =
        [
            ("firm", "{type: text, role: identifier}"),
            ("group", "{type: text, role: identifier}"),
            ("trade", "{type: text, role: key, required: true}"),
            ("area", "{type: text, role: key}"),
            ("turnover", "{type: decimal, role: measure, decimals: 2}"),
        ],
        Releases = ["{name: turnover, kind: table, audience: public, by: {trade: [trade, all], area: [area, all]}, measures: [count, {sum: turnover}, {quantile: turnover, at: 0.5}], threshold: 3, rules: {dominance: {n: 2, k: 85%}, pPercent: 10%}}"],
    };

    [Theory]
    [InlineData("row", 1, 3, 1)]
    [InlineData("row", 3, 1, 2)]
    [InlineData("id", 2, 2, 2)]
    [InlineData("id", 7, 1, 1)]
    public async Task Tables_are_those_of_the_whole_file(string respondent, int parts, int seed, int threads)
    {
        await AssertSameAsync(Some.Policy with { Respondent = respondent }, Some.Csv, parts, seed, threads);
    }

    [Fact]
    public async Task Records_are_those_of_the_whole_file()
    {
        await AssertSameAsync(Some.RecordsPolicy, Some.RecordsCsv(), 4);
    }

    [Fact]
    public async Task Respondents_who_recur_in_several_parts_count_once_though_they_are_numbers()
    {
        var policy = Some.Policy with
        {
            Respondent = "id",
            Columns = [("id", "{type: integer, role: identifier}"), .. Some.Policy.Columns.Skip(1)],
        };
        var rows = Enumerable.Range(0, 3).SelectMany(_ => Some.Rows).Select((row, i) => (string[])[(i % 70).ToString(CultureInfo.InvariantCulture), .. row[1..]]);
        await AssertSameAsync(policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows), 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Contributions_of_firms_and_groups_are_added_up_over_parts(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 300).Select(_ => (string[])
        [
            random.Next(10) == 0 ? "" : FormattableString.Invariant($"F{random.Next(60)}"),
            random.Next(3) == 0 ? FormattableString.Invariant($"G{random.Next(5)}") : "",
            new[] { "baker", "miller", "smith" }[random.Next(3)],
            new[] { "north", "south", "" }[random.Next(3)],
            random.Next(12) == 0 ? "" : FormattableString.Invariant($"{random.Next(-500, 90000) / 100m:F2}"),
        ]);
        await AssertSameAsync(Firms, Some.CsvOf(["firm", "group", "trade", "area", "turnover"], rows), 4, seed);
    }

    [Theory]
    [InlineData("firm", 1)]
    [InlineData("firm", 2)]
    [InlineData("row", 3)]
    public async Task Weighted_contributions_are_added_up_over_parts(string respondent, int seed)
    {
        // Firms recur in several parts and in several rows of one cell, with weights of their own in each.
        var random = new Random(seed);
        var policy = Firms with
        {
            Respondent = respondent + "\nweight: weight",
            Columns = [.. Firms.Columns.Where(column => column.Name != "group"), ("weight", "{type: decimal, role: measure, decimals: 1, required: true, min: 0.1}")],
            Releases = ["{name: turnover, kind: table, audience: public, by: {trade: [trade, all], area: [area, all]}, measures: [count, {sum: turnover}, {mean: turnover, decimals: 2}, {share: turnover, of: trade, decimals: 2}, {sum: weight}], threshold: 3, rules: {dominance: {n: 1, k: 60%}, pPercent: 10%}}"],
        };
        var rows = Enumerable.Range(0, 300).Select(_ => (string[])
        [
            FormattableString.Invariant($"F{random.Next(80)}"),
            new[] { "baker", "miller", "smith" }[random.Next(3)],
            new[] { "north", "south", "" }[random.Next(3)],
            random.Next(12) == 0 ? "" : FormattableString.Invariant($"{random.Next(100, 90000) / 100m:F2}"),
            FormattableString.Invariant($"{random.Next(1, 60) / 10m:F1}"),
        ]);
        await AssertSameAsync(policy, Some.CsvOf(["firm", "trade", "area", "turnover", "weight"], rows), 4, seed);
    }

    [Fact]
    public async Task Random_uploads_cut_by_chance_give_the_files_of_the_whole()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var upload = RandomUpload.Make(random);
            var policy = upload.Policy(RandomTable.Make(random, "t1", upload.Keys).Yaml());
            await AssertSameAsync(policy, upload.Csv(), random.Next(1, 6), seed, 1, upload.WriteLevelFiles);
        }
    }

    private static async Task AssertSameAsync(
        PolicyText policy, string csv, int parts, int seed = 1, int threads = 1, Action<Desk>? prepare = null)
    {
        using var whole = Some.Desk();
        prepare?.Invoke(whole);
        var expected = await whole.RunAsync(policy, csv);

        using var cut = Some.Desk();
        prepare?.Invoke(cut);
        cut.Settings = cut.Settings with { Threads = threads };
        var receipt = await cut.RunPartsAsync(policy, PartFiles.Cut(csv, parts, seed));

        Assert.Equal((expected.Verdict, expected.Upload!.Rows), (receipt.Verdict, receipt.Upload!.Rows));
        Assert.Equal(expected.Findings.Select(f => f.Code), receipt.Findings.Select(f => f.Code));
        if (expected.Verdict == Verdict.Accepted)
        {
            Assert.Equal(whole.PublicFiles(), cut.PublicFiles());
        }

        Assert.False(Directory.Exists(cut.Temporary));
    }
}
