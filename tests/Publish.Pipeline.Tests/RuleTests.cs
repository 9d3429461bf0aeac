using System.Text.Json.Nodes;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>Rules on contributions, from the policy through the pass over the rows to the published file and the receipt.</summary>
public class RuleTests
{
    private const string Header = "firm,group,trade,turnover\n";

    private static readonly PolicyText Firms = new()
    {
        Respondent = "firm",
        Columns =
        [
            ("firm", "{type: text, role: identifier}"),
            ("group", "{type: text, role: identifier}"),
            ("trade", "{type: text, role: key, required: true}"),
            ("turnover", "{type: decimal, role: measure, decimals: 2}"),
        ],
    };

    [Fact]
    public async Task A_cell_that_one_respondent_dominates_is_hidden_with_another()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 900, 50, 30, 20) + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);
        var receipt = await desk.RunAsync(With("rules: {dominance: {n: 1, k: 80%}}"), csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Equal([1, 1], [Cells(receipt, "dominance"), receipt.Tables[0].Shields]);
        Assert.Equal("c", Row(desk, "baker")["status"]);
        Assert.Equal("n = 1, k = 80 %", receipt.Tables[0].Rules.Single(rule => rule.Rule == "dominance").Numbers);
        Assert.Contains("a few respondents make up most of a sum (n = 1, k = 80 %)", ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_says_what_shielding_costs_and_how_much_cheaper_it_could_be()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 900, 50, 30, 20) + Rows("miller", 100, 90, 80, 70, 60) + Rows("smith", 200, 190, 180, 170, 160, 150);
        var receipt = await desk.RunAsync(With("rules: {dominance: {n: 1, k: 80%}}"), csv);

        // Five millers are hidden beside the bakers; six smiths would be dearer.
        Assert.Equal(new CostFacts(5, 5, 0), receipt.Cost);
        Assert.Contains("Shielding  costs 5, as the policy counts cost\n           no other choice of cells would cost less\n", ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.Equal(receipt.Cost, ReceiptJson.Read(ReceiptJson.Write(receipt)).Cost);
        Assert.Contains(
            "no other choice of cells would cost less than 3 (25.0 % less)\n",
            ReceiptText.Write(receipt with { Cost = new CostFacts(4, 3, 0.25) }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cost_is_told_where_nothing_shields()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(With(), Header + Rows("baker", 90, 50, 30, 20) + Rows("miller", 100, 90, 80, 70));

        Assert.Equal((0, null), (receipt.Tables[0].Shields, receipt.Cost));
    }

    [Fact]
    public async Task What_a_respondent_adds_in_several_rows_is_added_up_first()
    {
        using var desk = Some.Desk();
        var csv = Header
            + string.Concat(Enumerable.Range(0, 9).Select(_ => "F0,,baker,100.00\n"))
            + Rows("baker", 50, 30, 20) + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);

        Assert.Equal(1, Cells(await desk.RunAsync(With("rules: {dominance: {n: 1, k: 80%}}"), csv), "dominance"));
        Assert.Equal(0, Cells(await desk.RunAsync(With("rules: {dominance: {n: 1, k: 91%}}"), csv, "2026-11"), "dominance"));
    }

    [Fact]
    public async Task A_row_is_a_respondent_of_its_own_where_the_policy_says_so()
    {
        using var desk = Some.Desk();
        var csv = Header
            + string.Concat(Enumerable.Range(0, 9).Select(i => $"F0,,baker,{100 + i}.00\n"))
            + Rows("miller", 100, 90, 80, 70) + Rows("smith", 900, 50, 30, 20);
        var receipt = await desk.RunAsync(With("rules: {dominance: {n: 1, k: 80%}}") with { Respondent = "row" }, csv);

        Assert.Equal(1, Cells(receipt, "dominance"));
        Assert.Equal("c", Row(desk, "smith")["status"]);
    }

    [Fact]
    public async Task Firms_of_one_group_are_one_to_the_rules_and_several_in_the_count()
    {
        using var desk = Some.Desk();
        var csv = Header
            + "B1,G,baker,100.00\nB2,G,baker,101.00\nB3,,baker,102.00\nB4,,baker,103.00\n"
            + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);
        var policy = With("rules: {dominance: {n: 1, k: 45%}}");

        Assert.Equal(0, Cells(await desk.RunAsync(policy, csv), "dominance"));
        var joined = await desk.RunAsync(policy with { Respondent = "firm\nholding: group" }, csv, "2026-11");
        Assert.Equal(1, Cells(joined, "dominance"));
        Assert.Equal("c", desk.Table("turnover", "2026-11").Rows.Single(row => row["trade"] == "baker")["status"]);
        Assert.Equal("12", desk.Table("turnover", "2026-11").Rows.Single(row => row["trade"] == "Total")["count"]);
    }

    [Fact]
    public async Task A_group_and_a_firm_of_the_same_name_are_two()
    {
        using var desk = Some.Desk();
        var csv = Header
            + "B1,B2,baker,100.00\nB2,,baker,101.00\nB3,,baker,102.00\n"
            + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);
        var receipt = await desk.RunAsync(With() with { Respondent = "firm\nholding: group" }, csv);

        Assert.Equal(0, Cells(receipt, "minimum-frequency"));
    }

    [Fact]
    public async Task A_row_that_names_nobody_is_in_the_sum_and_counts_nobody()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 40, 50, 30, 20) + ",,baker,1000.00\n" + Rows("miller", 100, 90, 80, 70);
        var receipt = await desk.RunAsync(With(), csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Equal(("4", "1140.00"), (Row(desk, "baker")["count"], Row(desk, "baker")["turnover_sum"]));

        // It dominates the cell all the same: somebody's turnover it is.
        Assert.Equal("c", await StatusOf(desk, With("rules: {dominance: {n: 1, k: 80%}}"), csv + Rows("smith", 200, 190, 180, 170)));
    }

    [Fact]
    public async Task Constant_cells_are_hidden_unless_the_policy_publishes_them()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 50, 50, 50, 50) + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);

        Assert.Equal(1, Cells(await desk.RunAsync(With(), csv), "constant-values"));
        Assert.Equal("c", Row(desk, "baker")["status"]);
        await desk.RunAsync(With("rules: {constants: published}"), csv, "2026-11");
        Assert.Equal("200.00", desk.Table("turnover", "2026-11").Rows.Single(row => row["trade"] == "baker")["turnover_sum"]);
    }

    [Fact]
    public async Task A_few_without_a_value_hide_their_cell()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 40, 50, 30, 20) + "X1,,baker,\n" + Rows("miller", 100, 90, 80, 70)
            + "Y1,,miller,\nY2,,miller,\nY3,,miller,\n" + Rows("smith", 200, 190, 180, 170);
        var receipt = await desk.RunAsync(With(), csv);

        Assert.Equal(1, Cells(receipt, "minimum-non-contributors"));
        Assert.Equal("c", Row(desk, "baker")["status"]);
    }

    [Fact]
    public async Task A_certificate_names_the_rules_and_none_of_their_numbers()
    {
        using var desk = Some.Desk();
        var csv = Header + Rows("baker", 900, 50, 30, 20) + Rows("miller", 100, 90, 80, 70) + Rows("smith", 200, 190, 180, 170);
        await desk.RunAsync(
            With("preset: acro, rules: {dominance: {n: 1, k: 77%}, priorPosterior: {p: 13%, q: 57%}, safetyRange: {share: 17%, least: 19}}")
                with
            { Respondent = "firm\nholding: group" },
            csv + string.Concat(Enumerable.Range(0, 20).Select(i => Rows("baker" + (i % 2), 10 + i, 20 + i, 30 + i))));
        var release = JsonNode.Parse(desk.Published("certificate.json"))!["releases"]![0]!;

        Assert.Equal(
            ["minimum-frequency", "secondary-suppression", "holdings", "minimum-contributors", "dominance", "p-percent", "prior-posterior", "constant-values"],
            release["rules"]!.AsArray().Select(rule => (string)rule!["name"]!));
        Assert.All(release["rules"]!.AsArray(), rule => Assert.Equal(["guarantee", "name"], rule!.AsObject().Select(p => p.Key).Order()));
        Assert.All(release["rules"]!.AsArray(), rule => Assert.DoesNotMatch("[0-9]", (string)rule!["guarantee"]!));
    }

    [Fact]
    public async Task Contributions_are_the_same_for_any_number_of_threads()
    {
        using var desk = Some.Desk();
        var random = new Random(7);
        var csv = Header + string.Concat(Enumerable.Range(0, 30_000).Select(_ =>
            $"F{random.Next(4000)},{(random.Next(3) == 0 ? "G" + random.Next(300) : "")},trade{random.Next(60)},{Math.Pow(10, random.NextDouble() * 6):F2}\n"));
        var policy = With("rules: {dominance: {n: 2, k: 6%}, pPercent: 10%}") with { Respondent = "firm\nholding: group" };
        var one = await desk.RunAsync(policy, csv);
        desk.Settings = desk.Settings with { Threads = 2 };
        var two = await desk.RunAsync(policy, csv, "2026-11");

        Assert.True(Cells(one, "dominance") > 0);
        Assert.Equal(one.Tables[0].Rules, two.Tables[0].Rules);
        Assert.Equal(desk.Published("turnover.csv"), desk.Published("turnover.csv", "2026-11"));
    }

    private static async Task<string> StatusOf(Desk desk, PolicyText policy, string csv)
    {
        await desk.RunAsync(policy, csv, "2026-12");
        return desk.Table("turnover", "2026-12").Rows.Single(row => row["trade"] == "baker")["status"];
    }

    private static long Cells(Receipt receipt, string rule) => receipt.Tables[0].Rules.Single(facts => facts.Rule == rule).Cells;

    private static IReadOnlyDictionary<string, string> Row(Desk desk, string trade) =>
        desk.Table("turnover").Rows.Single(row => row["trade"] == trade);

    private static PolicyText With(string? rules = null) => Firms.With(
        "{name: turnover, kind: table, audience: public, by: [trade], measures: [count, {sum: turnover}], threshold: 3"
        + (rules is null ? "}" : $", {rules}}}"));

    private static string Rows(string trade, params int[] turnovers) =>
        string.Concat(turnovers.Select((turnover, i) => $"{trade}{i},,{trade},{turnover}.00\n"));
}
