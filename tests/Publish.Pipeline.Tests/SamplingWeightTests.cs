using System.Globalization;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>Weighted totals, from the policy through the pass over the rows to the published file, beside sums worked out from the rows.</summary>
public class SamplingWeightTests
{
    private const string Measures =
        "measures: [count, {sum: pay}, {mean: pay, decimals: 3}, {ratio: [pay, hours], decimals: 4}, {share: pay, of: place, decimals: 2}, {sum: weight}]";

    private static readonly PolicyText Sample = new()
    {
        Respondent = "firm\nweight: weight",
        Columns =
        [
            ("firm", "{type: text, role: identifier}"),
            ("place", "{type: text, role: key, required: true}"),
            ("trade", "{type: text, role: key, required: true}"),
            ("pay", "{type: decimal, role: measure, decimals: 2}"),
            ("hours", "{type: integer, role: measure, required: true}"),
            ("weight", "{type: decimal, role: measure, decimals: 1, required: true, min: 0.1}"),
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Weighted_numbers_are_those_of_the_rows(int seed)
    {
        using var desk = Some.Desk();
        var rows = Rows(new Random(seed));
        var receipt = await desk.RunAsync(Asking("rules: {dominance: {n: 1, k: 40%}}"), Csv(rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.True(receipt.Tables[0].Rules.Single(rule => rule.Rule == "dominance").Cells > 0);
        var published = desk.Table("pay").Rows;
        Assert.All(published, row => AssertRight(row, rows));
        Assert.Contains(published, row => row["status"] != "c" && row["place"] != "Total" && row["trade"] != "Total");
    }

    [Fact]
    public async Task That_all_of_a_stratum_have_one_weight_hides_nothing()
    {
        using var desk = Some.Desk();
        Row[] rows = [.. "xyz".SelectMany(place => Enumerable.Range(0, 6).Select(i => new Row($"{place}{i}", place.ToString(), "t", 20 + (3 * i), 3 + i, 2)))];
        var receipt = await desk.RunAsync(Asking("rules: {constants: protected}"), Csv(rows));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.All(desk.Table("pay").Rows, row => Assert.Equal("", row["status"]));
    }

    [Fact]
    public async Task A_value_is_held_against_the_weighted_total()
    {
        using var desk = Some.Desk();
        Row[] rows =
        [
            new("a", "x", "t", 90, 3, 2), new("b", "x", "t", 15, 4, 1), new("c", "x", "t", 10, 5, 2),
            .. Enumerable.Range(0, 5).SelectMany(i => new Row[] { new("d" + i, "y", "t", 20 + i, 3 + i, 1 + (i * 0.1m)), new("e" + i, "z", "t", 30 + i, 4 + i, 1 + (i * 0.1m)) }),
        ];
        var weighted = await desk.RunAsync(Asking("rules: {dominance: {n: 1, k: 75%}}"), Csv(rows));
        var plain = await desk.RunAsync(Asking("rules: {dominance: {n: 1, k: 75%}}") with { Respondent = "firm" }, Csv(rows), "2026-11");

        Assert.Equal(0, weighted.Tables[0].Rules.Single(rule => rule.Rule == "dominance").Cells);
        Assert.True(plain.Tables[0].Rules.Single(rule => rule.Rule == "dominance").Cells > 0);
        var row = desk.Table("pay").Rows.Single(row => row["place"] == "x" && row["trade"] == "t");
        Assert.Equal(("3", "215.000", "5.0", "43.000"), (row["count"], row["pay_sum"], row["weight_sum"], row["pay_mean"]));
    }

    [Fact]
    public async Task Weighted_sums_are_the_same_for_any_number_of_threads()
    {
        using var desk = Some.Desk();
        var csv = Csv(Rows(new Random(3)));
        await desk.RunAsync(Asking("rules: {pPercent: 10%}"), csv);
        desk.Settings = desk.Settings with { Threads = 2 };
        await desk.RunAsync(Asking("rules: {pPercent: 10%}"), csv, "2026-11");

        Assert.Equal(desk.Published("pay.csv"), desk.Published("pay.csv", "2026-11"));
    }

    private static void AssertRight(IReadOnlyDictionary<string, string> published, Row[] rows)
    {
        Row[] own = [.. rows.Where(row => Is(published["place"], row.Place) && Is(published["trade"], row.Trade))];
        Row[] everywhere = [.. rows.Where(row => Is(published["trade"], row.Trade))];
        var firms = own.Where(row => row.Pay is not null).GroupBy(row => row.Firm).Select(firm => firm.Sum(row => row.Pay!.Value)).ToArray();
        if (firms.Max() > 0.4m * Sum(own) || own.Select(row => row.Firm).Distinct().Count() < 3)
        {
            Assert.Equal("c", published["status"]);
        }

        if (published["status"] == "c")
        {
            return;
        }

        Assert.Equal(own.Select(row => row.Firm).Distinct().Count().ToString(CultureInfo.InvariantCulture), published["count"]);
        Assert.Equal(Sum(own), Number(published["pay_sum"]));
        Assert.Equal(own.Sum(row => row.Weight), Number(published["weight_sum"]));
        AssertNear(Sum(own) / own.Where(row => row.Pay is not null).Sum(row => row.Weight), published["pay_mean"], 0.0005m);
        AssertNear(Sum(own) / own.Sum(row => row.Hours * row.Weight), published["pay_per_hours"], 0.00005m);
        if (published["pay_share_of_place"].Length > 0)
        {
            AssertNear(100 * Sum(own) / Sum(everywhere), published["pay_share_of_place"], 0.005m);
        }
    }

    private static void AssertNear(decimal exact, string published, decimal half) =>
        Assert.InRange(Number(published) - exact, -half, half);

    private static decimal Sum(IEnumerable<Row> rows) => rows.Sum(row => (row.Pay ?? 0) * row.Weight);

    private static bool Is(string published, string own) => published == "Total" || published == own;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // Some firms are in several rows of one cell, some in several cells; some have no pay.
    private static Row[] Rows(Random random) =>
    [
        .. Enumerable.Range(0, 400).Select(i => new Row(
            "F" + random.Next(300),
            "p" + random.Next(4),
            "t" + Math.Min(random.Next(6), random.Next(6)),
            random.Next(12) == 0 ? null : Math.Round((decimal)Math.Pow(10, 1 + (2.5 * random.NextDouble())), 2),
            random.Next(1, 40),
            random.Next(1, 60) / 10m)),
    ];

    private static string Csv(IEnumerable<Row> rows) => "firm,place,trade,pay,hours,weight\n" + string.Concat(rows.Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Firm},{row.Place},{row.Trade},{row.Pay:F2},{row.Hours},{row.Weight:F1}\n")));

    private static PolicyText Asking(string rules) =>
        Sample.With($"{{name: pay, kind: table, audience: public, by: [place, trade], {Measures}, threshold: 3, {rules}}}");

    private sealed record Row(string Firm, string Place, string Trade, decimal? Pay, int Hours, decimal Weight);
}
