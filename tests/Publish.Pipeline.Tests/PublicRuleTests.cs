using System.Text;
using System.Text.Json.Nodes;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Policies.Releases;

namespace Publish.Pipeline.Tests;

/// <summary>
/// No public file tells a number that would help to undo a rule, or the name of a preset, which stands for such numbers.
/// Every rule there is goes through here: a new one is missed by the list of rules below.
/// </summary>
public class PublicRuleTests
{
    private static readonly PolicyText Firms = new()
    {
        Respondent = "firm\nholding: group\nweight: weight",
        Columns =
        [
            ("firm", "{type: text, role: identifier, required: true}"),
            ("group", "{type: text, role: identifier}"),
            ("trade", "{type: text, role: key, required: true}"),
            ("area", "{type: text, role: key, required: true}"),
            ("turnover", "{type: decimal, role: measure, decimals: 2}"),
            ("weight", "{type: decimal, role: measure, decimals: 1, required: true, min: 0.1}"),
        ],
    };

    /// <summary>Every rule that a certificate of tables may name, and whether the rule may have a parameter.</summary>
    private static readonly Dictionary<string, bool> RulesOfTables = new(StringComparer.Ordinal)
    {
        ["minimum-frequency"] = true,
        ["secondary-suppression"] = false,
        ["holdings"] = false,
        ["sampling-weights"] = false,
        ["minimum-contributors"] = false,
        ["dominance"] = false,
        ["p-percent"] = false,
        ["prior-posterior"] = false,
        ["quantile-support"] = false,
        ["constant-values"] = false,
        ["protected-zeros"] = false,
        ["group-disclosure"] = false,
        ["conventional-rounding"] = true,
        ["random-rounding"] = true,
        ["small-count-rounding"] = true,
        ["cell-key"] = false,
    };

    /// <summary>Names of reasons that only the agency's receipt tells.</summary>
    private static readonly string[] AgencyOnly = ["none", "minimum-non-contributors", "hidden-before"];

    [Fact]
    public void Every_reason_to_hide_a_cell_is_listed() =>
        Assert.Empty(Enum.GetValues<PrimaryRule>().Select(RuleNames.Of).Except(RulesOfTables.Keys).Except(AgencyOnly));

    [Theory]
    [InlineData("threshold: 3, rules: {dominance: {n: 1, k: 87.31%}}", "87.31", "0.8731")]
    [InlineData("threshold: 3, rules: {pPercent: 13.37%}", "13.37", "0.1337")]
    [InlineData("threshold: 3, rules: {priorPosterior: {p: 13.37%, q: 71.17%}}", "13.37", "0.1337", "71.17", "0.7117")]
    [InlineData("threshold: 3, rules: {safetyRange: {share: 17.73%, least: 4.75}}", "17.73", "0.1773", "4.75")]
    [InlineData("threshold: 3, zeros: protected")]
    [InlineData("threshold: 3, groupDisclosure: [area]")]
    [InlineData("threshold: 3, cost: turnover, levelCosts: {area: {all: 3.77}}", "3.77")]
    public async Task A_rules_numbers_stay_with_the_agency(string rules, params string[] secrets)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(
            Firms.With($"{{name: turnover, kind: table, audience: public, by: [trade, area], measures: [count, {{sum: turnover}}, {{mean: turnover}}], {rules}}}"), Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertRules(desk);
        Assert.All(Described(desk), file => Assert.All(secrets, secret => Assert.DoesNotContain(secret, file.Text, StringComparison.Ordinal)));
        Assert.All(RulesOf(desk), rule => Assert.Null(rule["parameter"]));
    }

    [Fact]
    public async Task A_quantile_tells_no_threshold()
    {
        using var desk = Some.Desk();
        var policy = Firms with { Respondent = "firm\nholding: group" };
        var receipt = await desk.RunAsync(
            policy.With("{name: turnover, kind: table, audience: public, by: [trade, area], measures: [count, {quantile: turnover, at: 0.5}], threshold: 3}"), Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertRules(desk);
        Assert.Contains(RulesOf(desk), rule => (string?)rule["name"] == "quantile-support");
        Assert.All(RulesOf(desk), rule => Assert.Null(rule["parameter"]));
    }

    public static TheoryData<string> Presets => [.. TablePresets.All.Select(preset => preset.Name)];

    [Theory]
    [MemberData(nameof(Presets))]
    public async Task A_presets_name_stays_with_the_agency_since_it_tells_its_numbers(string preset)
    {
        using var desk = Some.Desk();
        var isRounded = TablePresets.Find(preset)!.RoundingBase is not null;
        var measures = isRounded ? "[count]" : "[count, {sum: turnover}]";
        var receipt = await desk.RunAsync(
            Firms.With($"{{name: firms, kind: table, audience: public, by: [trade], measures: {measures}, preset: {preset}}}"), Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        AssertRules(desk);
        Assert.All(Described(desk), file => Assert.DoesNotContain(preset, file.Text, StringComparison.OrdinalIgnoreCase));

        // The base of rounding is in plain sight: all counts are its multiples.
        Assert.All(RulesOf(desk), rule => Assert.True(rule["parameter"] is null || isRounded));
    }

    private static void AssertRules(Desk desk)
    {
        Assert.All(RulesOf(desk), rule =>
        {
            Assert.Empty(rule.Select(property => property.Key).Except(["name", "guarantee", "parameter", "column"]));
            Assert.True(rule["parameter"] is null || RulesOfTables[(string)rule["name"]!], (string)rule["name"]!);
        });
        Assert.Empty(RulesOf(desk).Select(rule => (string)rule["name"]!).Except(RulesOfTables.Keys));
    }

    private static IEnumerable<JsonObject> RulesOf(Desk desk) => JsonNode.Parse(desk.Published("certificate.json"))!["releases"]!.AsArray()
        .SelectMany(release => release!["rules"]!.AsArray())
        .Select(rule => rule!.AsObject());

    // Rows may have any number in them; what describes them may not.
    private static IEnumerable<(string Name, string Text)> Described(Desk desk) => desk.PublicFiles()
        .Where(file => !file.Key.EndsWith(".csv", StringComparison.Ordinal) && !file.Key.EndsWith(".parquet", StringComparison.Ordinal))
        .Select(file => (file.Key, Encoding.UTF8.GetString(file.Value)));

    // Enough firms, of values near each other, for every preset to publish something.
    private static string Csv => "firm,group,trade,area,turnover,weight\n" + string.Concat(Enumerable.Range(0, 180).Select(i =>
        FormattableString.Invariant($"F{i},{(i % 9 == 0 ? "G" + (i % 4) : "")},{(i % 60 == 0 ? "rare" : "trade" + (i % 3))},area{i % 2},{1000 + (i * 7 % 300)}.{i % 100:D2},{1 + (i % 5)}.0\n")));
}
