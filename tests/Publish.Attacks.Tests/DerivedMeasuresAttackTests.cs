using Publish.Attacks.Derived;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Tests;

/// <summary>A leak of each kind of derived number is planted in tables written by hand, and found.</summary>
public class DerivedMeasuresAttackTests
{
    private static readonly AdditiveQuantity Count = new("count", MeasureKind.Count);
    private static readonly AdditiveQuantity Spend = new("spend_sum", MeasureKind.Sum, Scale: 0, IsNonNegative: true);
    private static readonly AdditiveQuantity Visits = new("visits_sum", MeasureKind.Sum, IsNonNegative: true);

    [Fact]
    public void A_share_of_a_withheld_total_tells_the_total()
    {
        // 45 of 47 are 95.7 %: the total is 47, and the other part is 2.
        var table = Areas(["Total", "A", "B"], [null, 45, null]).Measure(ShareOf("count_share", Count, 1, null, 957, null)).Build(["c", "", "c"]);

        var witness = Assert.Single(Attack(table).Witnesses);
        Assert.Equal((AttackCodes.DerivedMeasure, 0), (witness.Code, witness.Row));
        Assert.Contains("area Total) is withheld, yet count_share of t (area A) is made of it", witness.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_another_table_publishes_of_a_withheld_cell_tells_the_cell()
    {
        var counts = Table("counts", ["Total", "A", "B", "C"], ("count", [50, 45, null, null]), ["", "", "c", "c"]);
        var shares = Table("shares", ["Total", "A", "B", "C"], null, ["", "", "", ""], ShareOf("count_share", Count, 1, 1000, 900, 60, 40));

        var witnesses = Attack(counts, shares).Witnesses;
        Assert.All(witnesses, witness => Assert.Equal(AttackCodes.DerivedMeasure, witness.Code));
        Assert.Equal([2, 3], witnesses.Select(witness => witness.Row));
    }

    [Fact]
    public void Shares_of_parts_and_the_total_elsewhere_tell_what_a_coarser_table_withholds()
    {
        // North is withheld with South; its two parts are published as shares of the country, 30 % and 4 % of 50.
        var regions = Table("regions", ["Total", "North", "South", "East"], ("count", [50, null, null, 20]), ["", "c", "c", ""]);
        var parts = Parts("parts", ["Total", "North", "North", "North", "South", "South", "East", "East"], ["Total", "Total", "n1", "n2", "Total", "s1", "Total", "e1"])
            .Measure(ShareOf("count_share", Count, 1, 1000, null, 300, 40, null, null, 400, 400)).Build(["", "c", "", "", "c", "c", "", ""]);

        var found = Attack(regions, parts);
        Assert.Contains(found.Witnesses, witness => witness.Code == AttackCodes.DerivedMeasure && witness.Text.Contains("North", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ratio_times_a_denominator_published_elsewhere_is_the_withheld_numerator()
    {
        // 2.50 a visit and 16 visits in A are 40, which the table of sums withholds.
        var sums = Table("sums", ["Total", "A", "B"], ("spend_sum", [100, null, null]), ["", "c", "c"]);
        var ratios = Table("ratios", ["Total", "A", "B"], ("visits_sum", [50, 16, 34]), ["", "", ""], Ratio(2, 200, 250, 176));

        Assert.Contains(Attack(sums, ratios).Witnesses, witness => witness.Code == AttackCodes.DerivedMeasure && witness.Row == 1);
    }

    [Fact]
    public void Ratios_of_parts_give_what_a_coarser_table_withholds()
    {
        // North's districts are shown with ratios and visits only: 2.00 × 10 + 3.00 × 10 = 50 is North, and South is 100 − 50.
        var regions = Table("regions", ["Total", "North", "South"], ("spend_sum", [100, null, null]), ["", "c", "c"]);
        var parts = Parts("parts", ["North", "North", "South", "South"], ["n1", "n2", "s1", "s2"])
            .Measure(new PublishedMeasure("visits_sum", MeasureKind.Sum, [10, 10, null, null], isNonNegative: true))
            .Measure(Ratio(2, 200, 300, null, null)).Build(["", "", "c", "c"]);

        var result = Attack(regions, parts);
        Assert.Contains(result.Witnesses, witness => witness.Code == AttackCodes.DerivedMeasure && witness.Text.Contains("spend_sum = 50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mean_and_a_count_bound_a_withheld_sum()
    {
        // 4.00 × 10 = 40 (±0.05) in A and 1.00 × 100 = 100 (±0.5) in all: B and C have 60 together, so neither has 70.
        var table = Areas(["Total", "A", "B", "C"], [100, 10, null, null])
            .Measure(Mean(2, 100, 400, null, null)).Build(["", "", "c", "c"]);
        Int128[] truth = [100, 40, 30, 30];

        Assert.Equal(AttackVerdict.Withstood, Attack([table], Requirement(truth, [0, 0, 10, 10])).Verdict);
        var narrow = Attack([table], Requirement(truth, [0, 0, 10, 40]));
        Assert.Equal(AttackVerdict.Broken, narrow.Verdict);
        Assert.Contains(narrow.Witnesses, witness => witness.Code == AttackCodes.DerivedMeasure && witness.Row == 3 && witness.Text.Contains("spend_sum is at most", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, AttackVerdict.Broken)] // ±0.005 on each of 10: A is 40.
    [InlineData(0, AttackVerdict.Withstood)] // ±0.5 on each of 10 and of 100: B can be anything from 5 to 115.
    public void The_decimals_of_a_mean_decide_what_it_gives_away(int decimals, AttackVerdict verdict)
    {
        // B is the only other one: what is left of the total's sum is its own.
        var unit = (Int128)Math.Pow(10, decimals);
        var table = Areas(["Total", "A", "B"], [100, 10, null]).Measure(Mean(decimals, unit, 4 * unit, null)).Build(["", "", "c"]);
        var result = Attack([table], Requirement([100, 40, 60], [0, 0, 30], lower: [0, 0, 30]));

        Assert.Equal(verdict, result.Verdict);
    }

    [Fact]
    public void Quantiles_beside_a_count_bound_a_withheld_sum()
    {
        // Everyone of 10 in A lies between the 10th percentile 40 and the 90th 41 or is one of two; none is above 50.
        var formula = new QuantileFormula(0.1m, Spend, Count) { IsComplete = true, Least = 30, Most = 50 };
        var quantiles = Areas(["Total", "A", "B"], [13, 10, null])
            .Measure(Quantile("spend_p10", formula, null, 40, null))
            .Measure(Quantile("spend_p90", formula with { At = 0.9m }, null, 41, null)).Build(["", "", "c"]);
        var sums = Table("sums", ["Total"], ("spend_sum", [530]), [""]);

        // A is from 30 + 9 × 39.5 = 385.5 to 41.5 × 9 + 50 = 423.5, so B, which is 130, is from 107 to 144.
        Assert.Equal(AttackVerdict.Withstood, Attack([quantiles, sums], Requirement([530, 400, 130], [0, 0, 10])).Verdict);
        Assert.Equal(AttackVerdict.Broken, Attack([quantiles, sums], Requirement([530, 400, 130], [0, 0, 20], lower: [0, 0, 1])).Verdict);
    }

    [Fact]
    public void Numbers_that_share_a_sound_pattern_withstand()
    {
        var table = Areas(["Total", "A", "B", "C"], [100, 60, null, null])
            .Measure(ShareOf("count_share", Count, 1, 1000, 600, null, null))
            .Measure(Mean(2, 100, 80, null, null)).Build(["", "", "c", "c"]);

        var result = Attack(table);
        Assert.Empty(result.Witnesses);
        Assert.Equal(4, result.Examined);
    }

    [Fact]
    public void Numbers_that_no_table_fits_are_a_contradiction()
    {
        var table = Table("t", ["Total", "A"], ("visits_sum", [50, 16]), ["", ""], Ratio(0, 1, 9));

        var witness = Assert.Single(Attack(table, Table("sums", ["Total", "A"], ("spend_sum", [50, 50]), ["", ""])).Witnesses);
        Assert.Equal(AttackCodes.Contradiction, witness.Code);
    }

    private static AttackResult Attack(params PublishedTable[] tables) => new DerivedMeasuresAttack(new PublishedEdition(tables)).Run();

    private static AttackResult Attack(IReadOnlyList<PublishedTable> tables, IntervalRequirement requirement) =>
        new DerivedMeasuresAttack(new PublishedEdition(tables), [requirement]).Run();

    private static IntervalRequirement Requirement(Int128[] values, Int128[] upper, Int128[]? lower = null) =>
        new(0, "spend_sum", values, lower ?? new Int128[values.Length], upper);

    private static PublishedTableBuilder Areas(string[] areas, Int128?[] counts) =>
        new PublishedTableBuilder("t").Key("area", ("area", areas)).Measure(new PublishedMeasure("count", MeasureKind.Count, counts));

    private static PublishedTableBuilder Parts(string name, string[] areas, string[] parts) =>
        new PublishedTableBuilder(name).Key("area", ("area", areas), ("part", parts));

    private static PublishedTable Table(
        string name, string[] areas, (string Name, Int128?[] Values)? measure, string[] status, params PublishedMeasure[] derived)
    {
        var builder = new PublishedTableBuilder(name).Key("area", ("area", areas));
        if (measure is { } own)
        {
            builder.Measure(own.Name == "count"
                ? new PublishedMeasure("count", MeasureKind.Count, own.Values)
                : new PublishedMeasure(own.Name, MeasureKind.Sum, own.Values, isNonNegative: true));
        }

        foreach (var each in derived)
        {
            builder.Measure(each);
        }

        return builder.Build(status);
    }

    private static PublishedMeasure ShareOf(string name, AdditiveQuantity quantity, int scale, params Int128?[] values) =>
        Derived(name, values, scale, new QuotientFormula(quantity, quantity) { Factor = 100, TotalOver = "area" });

    private static PublishedMeasure Ratio(int scale, params Int128?[] values) =>
        Derived("spend_per_visits", values, scale, new QuotientFormula(Spend, Visits));

    private static PublishedMeasure Mean(int scale, params Int128?[] values) =>
        new("spend_mean", MeasureKind.Mean, values, scale, roundingUnit: 1) { Formula = new QuotientFormula(Spend, Count) };

    private static PublishedMeasure Quantile(string name, QuantileFormula formula, params Int128?[] values) => Derived(name, values, 0, formula);

    private static PublishedMeasure Derived(string name, Int128?[] values, int scale, MeasureFormula formula) =>
        new(name, MeasureKind.Derived, values, scale, isAdditive: false, roundingUnit: 1) { Formula = formula };
}
