using Publish.Policies.Releases;

namespace Publish.Policies.Tests;

public sealed class TableRuleTests
{
    [Fact]
    public void Rules_are_read()
    {
        var rules = Table(
            "threshold: 5",
            "threshold: 5\n    rules:\n      dominance: [{ n: 1, k: 75% }, { n: 2, k: 0.9 }]\n      pPercent: 12.5%\n"
            + "      priorPosterior: { p: 10%, q: 50% }\n      constants: published\n      safetyRange: { share: 10%, least: 2.5 }").Rules;

        Assert.Equal([new DominancePolicy(1, 0.75m), new DominancePolicy(2, 0.9m)], rules.Dominance);
        Assert.Equal((0.125m, new PriorPosteriorPolicy(0.1m, 0.5m)), (rules.PPercent, rules.PriorPosterior));
        Assert.Equal((ConstantCells.Published, new SafetyRangePolicy(0.1m, 2.5m)), (rules.Constants, rules.SafetyRange));
        Assert.True(rules.NeedContributions);
    }

    [Fact]
    public void Without_rules_constant_cells_are_protected_and_nothing_else()
    {
        var rules = Table("threshold: 5", "threshold: 5").Rules;

        Assert.Equal(ConstantCells.Protected, rules.Constants);
        Assert.False(rules.NeedContributions);
        Assert.Null(rules.SafetyRange);
    }

    [Fact]
    public void Keys_whose_categories_are_secrets_are_read()
    {
        var table = Table("zeros: protected", "groupDisclosure: [sex]");

        Assert.Equal(["sex"], table.GroupKeys);
        Assert.True(table.MayWithholdZeros);
        Assert.Empty(Table("zeros: protected", "zeros: protected").GroupKeys);
    }

    [Fact]
    public void Weights_add_their_decimals_to_sums()
    {
        var policy = Some.Policy(Some.With(Some.Weighted, "{ sum: spend }", "{ sum: spend }, { sum: weight }"));

        Assert.Equal("weight", policy.WeightColumn);
        Assert.Equal((true, false), (policy.IsWeighted("spend"), policy.IsWeighted("weight")));
        Assert.Equal([0, 5, 3, 1], policy.Tables.First().Measures.Select(measure => measure.Decimals));
        Assert.Null(Some.Policy(Some.Tables).WeightColumn);
    }

    [Fact]
    public void Costs_are_read()
    {
        var table = Table("cost: spend", "cost: cells\n    levelCosts: { district: { region: 2.5, all: keep } }");

        Assert.Equal((null, true), (table.CostColumn, table.AreCellsTheCost));
        Assert.Equal([new LevelCost("district", "region", 2.5m), new LevelCost("district", "all", null)], table.LevelCosts);
        Assert.Equal(("spend", false), (Table("cost: spend", "cost: spend").CostColumn, Table("cost: spend", "cost: spend").AreCellsTheCost));
    }

    [Fact]
    public void A_cost_need_not_be_published() =>
        Assert.Equal("spend", Table("measures: [count, { sum: spend }, { mean: spend, decimals: 1 }]", "measures: [count]").CostColumn);

    [Fact]
    public void A_preset_stands_for_its_threshold_and_rules()
    {
        var table = Table("threshold: 5", "preset: acro");

        Assert.Equal(("acro", 10), (table.Preset!.Name, table.Threshold));
        Assert.Equal([new DominancePolicy(2, 0.9m)], table.Rules.Dominance);
        Assert.Equal(0.1m, table.Rules.PPercent);
    }

    [Fact]
    public void What_stands_beside_a_preset_can_only_make_it_stricter()
    {
        var table = Table("threshold: 5", "threshold: 5\n    preset: acro\n    rules: { dominance: { n: 1, k: 80% }, pPercent: 5% }");

        Assert.Equal(10, table.Threshold);
        Assert.Equal([new DominancePolicy(2, 0.9m), new DominancePolicy(1, 0.8m)], table.Rules.Dominance);
        Assert.Equal(0.1m, table.Rules.PPercent);
        Assert.Equal(20, Table("threshold: 5", "threshold: 20\n    preset: acro").Threshold);
    }

    [Fact]
    public void Measures_are_called_by_what_they_are()
    {
        var measures = Table(
            "{ sum: spend }",
            "{ sum: spend }, { share: count, of: age }, { share: spend, of: district }, { quantile: spend, at: 0.125 }").Measures;

        Assert.Equal(
            ["count", "spend_sum", "count_share_of_age", "spend_share_of_district", "spend_p12.5", "spend_mean"],
            measures.Select(measure => measure.Name));
        Assert.Equal("spend_per_visits", new TableMeasure(MeasureKind.Ratio, "spend") { Denominator = "visits" }.Name);
        Assert.Equal([0, 2, 1, 2, 2, 1], measures.Select(measure => measure.Decimals));
    }

    [Fact]
    public void A_holding_is_a_column() =>
        Assert.Equal(
            "note",
            Some.Policy(Some.With(Some.Tables, "respondent: person_id", "respondent: person_id\nholding: note")
                .Replace("note: { type: text, role: drop }", "note: { type: text, role: identifier }", StringComparison.Ordinal)).HoldingColumn);

    [Fact]
    public void A_respondent_need_not_be_there_in_every_row_of_a_table() =>
        Assert.False(Some.Policy(Some.With(Some.Tables, "role: identifier, required: true", "role: identifier, required: false"))
            .Column("person_id")!.Required);

    [Fact]
    public void Every_preset_is_documented_with_its_source()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "disclosure", "README.md"));

        Assert.All(TablePresets.All, preset =>
            Assert.Contains($"| `{preset.Name}` | {preset.Threshold} |", page, StringComparison.Ordinal));
        Assert.All(TablePresets.All, preset => Assert.Contains(preset.Source, page, StringComparison.Ordinal));
    }

    private static TableRelease Table(string old, string changed) => Some.Policy(Some.With(Some.Tables, old, changed)).Tables.First();
}
