using System.Globalization;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>Ratios, shares and quantiles, from the policy to the published file, held to counting by hand.</summary>
public class MeasureTests
{
    private static readonly PolicyText Stays = new()
    {
        Respondent = "person",
        Columns =
        [
            ("person", "{type: text, role: identifier, required: true}"),
            ("ward", "{type: text, role: key, required: true}"),
            ("sex", "{type: text, role: key, required: true}"),
            ("cost", "{type: decimal, role: measure, decimals: 2}"),
            ("days", "{type: integer, role: measure, required: true}"),
        ],
    };

    [Fact]
    public async Task A_ratio_is_one_sum_divided_by_another()
    {
        using var desk = Some.Desk();
        await RunAsync(desk, "{sum: cost}, {ratio: [cost, days], decimals: 3}", Rows());

        foreach (var row in desk.Table("stays").Rows.Where(row => row["status"].Length == 0))
        {
            var own = Matching(row).ToArray();
            Assert.Equal(Round(own.Sum(stay => stay.Cost) / own.Sum(stay => stay.Days), 3), Number(row["cost_per_days"]));
        }
    }

    [Fact]
    public async Task A_share_is_of_the_total_over_its_key()
    {
        using var desk = Some.Desk();
        await RunAsync(desk, "{share: count, of: sex}, {share: cost, of: ward, decimals: 2}", Rows());

        foreach (var row in desk.Table("stays").Rows.Where(row => row["status"].Length == 0))
        {
            var own = Matching(row).ToArray();
            var bothSexes = Matching(row, sex: "Total").Select(stay => stay.Person).Distinct().Count();
            Assert.Equal(Round(100m * own.Select(stay => stay.Person).Distinct().Count() / bothSexes, 1), Number(row["count_share_of_sex"]));
            Assert.Equal(Round(100m * own.Sum(stay => stay.Cost) / Matching(row, ward: "Total").Sum(stay => stay.Cost), 2), Number(row["cost_share_of_ward"]));
        }
    }

    [Fact]
    public async Task A_share_of_a_withheld_total_is_withheld_since_it_would_tell_it()
    {
        using var desk = Some.Desk();

        // The ward of two is hidden with another; both of its sexes are hidden, those of the other are not all.
        var rows = Rows().Concat(Enumerable.Range(0, 2).Select(i => $"Z{i},Tiny,f,{5 + i}.00,1"));
        var receipt = await RunAsync(desk, "{share: count, of: sex}", rows);
        var table = desk.Table("stays").Rows;
        var hidden = table.Where(row => row["sex"] == "Total" && row["status"] == "c").Select(row => row["ward"]).ToHashSet();

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Contains("Tiny", hidden);
        Assert.All(table.Where(row => hidden.Contains(row["ward"])), row => Assert.Equal("", row["count_share_of_sex"]));
    }

    [Theory]
    [InlineData("0.5", "cost_p50")]
    [InlineData("0.25", "cost_p25")]
    [InlineData("0.9", "cost_p90")]
    public async Task A_quantile_is_of_what_respondents_contribute(string at, string column)
    {
        using var desk = Some.Desk();
        await RunAsync(desk, $"{{quantile: cost, at: {at}}}", Rows());
        var shown = desk.Table("stays").Rows.Where(row => row["status"].Length == 0).ToArray();

        Assert.NotEmpty(shown);
        foreach (var row in shown)
        {
            var values = Matching(row).GroupBy(stay => stay.Person, stay => stay.Cost).Select(own => own.Sum()).Order().ToArray();
            var place = Number(at) * values.Length;
            var (a, b) = decimal.IsInteger(place) ? ((int)place - 1, (int)place) : ((int)place, (int)place);
            Assert.Equal(Round((values[a] + values[b]) / 2, 2), Number(row[column]));
        }
    }

    [Fact]
    public async Task A_quantile_that_few_lie_beyond_hides_its_cell()
    {
        using var desk = Some.Desk();
        var receipt = await RunAsync(desk, "{quantile: cost, at: 0.5}", Rows().Concat(Enumerable.Range(0, 5).Select(i => $"Z{i},Small,f,{5 + i}.00,1")));

        Assert.Contains(receipt.Tables[0].Rules, rule => rule is { Rule: "quantile-support", Cells: > 0 });
        Assert.All(desk.Table("stays").Rows.Where(row => row["ward"] == "Small"), row => Assert.Equal("c", row["status"]));
    }

    [Fact]
    public async Task A_ratio_to_nothing_is_empty()
    {
        using var desk = Some.Desk();
        var receipt = await RunAsync(desk, "{ratio: [days, cost], decimals: 1}", Rows(costFactor: -1));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.All(desk.Table("stays").Rows, row => Assert.Equal("", row["days_per_cost"]));
    }

    [Fact]
    public async Task A_version_with_all_measures_verifies()
    {
        using var desk = Some.Desk();
        await RunAsync(desk, "{sum: cost}, {mean: cost}, {ratio: [cost, days], decimals: 3}, {share: count, of: sex}, {quantile: cost, at: 0.5}", Rows());

        Assert.Empty(desk.Verify().Findings);
    }

    private static Task<Receipt> RunAsync(Desk desk, string measures, IEnumerable<string> rows) => desk.RunAsync(
        Stays.With($"{{name: stays, kind: table, audience: public, by: [ward, sex], measures: [count, {measures}], threshold: 3}}"),
        "person,ward,sex,cost,days\n" + string.Join('\n', rows) + "\n");

    private sealed record Stay(string Person, string Ward, string Sex, decimal Cost, int Days);

    private static readonly Stay[] All = MakeStays();

    /// <summary>Three wards, in which some people stay twice, in two wards some of them.</summary>
    private static Stay[] MakeStays()
    {
        var random = new Random(11);
        return
        [
            .. Enumerable.Range(0, 300).Select(_ =>
            {
                var person = random.Next(200);
                return new Stay($"P{person}", "Ward " + "ABC"[random.Next(3)], person % 2 == 0 ? "f" : "m", random.Next(100, 99999) / 100m, random.Next(1, 30));
            }),
        ];
    }

    private static IEnumerable<string> Rows(int costFactor = 1) => All.Select(stay => FormattableString.Invariant(
        $"{stay.Person},{stay.Ward},{stay.Sex},{costFactor * stay.Cost:F2},{stay.Days}"));

    private static IEnumerable<Stay> Matching(IReadOnlyDictionary<string, string> row, string? ward = null, string? sex = null) =>
        All.Where(stay => (ward ?? row["ward"]) is var w && (w == "Total" || w == stay.Ward)
            && (sex ?? row["sex"]) is var s && (s == "Total" || s == stay.Sex));

    private static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
