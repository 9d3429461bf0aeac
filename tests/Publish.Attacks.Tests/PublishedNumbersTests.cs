using Publish.Attacks.Layouts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class PublishedNumbersTests
{
    [Fact]
    public void Sound_tables_add_up()
    {
        var result = new AdditivityCheck([Some.Table(), Some.Table()]).Run();

        Assert.Equal(AttackVerdict.Withstood, result.Verdict);
        Assert.True(result.Examined > 0);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("x_sum")]
    public void A_total_that_is_off_by_one_is_found(string measure)
    {
        var table = Some.Table();
        var row = Some.Row("Total|Total|f");
        var value = table.Measures.Single(each => each.Name == measure).Values[row] + 1;

        var result = new AdditivityCheck([Some.With(table, measure, row, value)]).Run();

        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.Additivity, witness.Code));
    }

    [Fact]
    public void A_total_whose_parts_are_all_absent_is_found()
    {
        var table = new PublishedTableBuilder("nested")
            .Key("area", ("region", ["N", "N", "S"]), ("district", ["Total", "N1", "Total"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [5, 5, 4]))
            .Build(["", "", ""]);

        Assert.Equal("nested, row 3", Assert.Single(new AdditivityCheck([table]).Run().Witnesses).Place);
    }

    [Fact]
    public void Two_tables_that_disagree_on_a_cell_are_found()
    {
        var other = Some.With(Some.Table(), "x_sum", Some.Row("Total|Total|f"), 1);
        var result = new AdditivityCheck([Some.Table(), other]).Run();

        Assert.Contains(result.Witnesses, witness => witness.Text.Contains("in another table", StringComparison.Ordinal));
    }

    [Fact]
    public void Rounded_sums_may_be_off_by_half_a_unit_each()
    {
        Assert.Equal(AttackVerdict.Withstood, Rounded(total: 10, first: 5, second: 10).Verdict);
        Assert.Equal(AttackVerdict.Broken, Rounded(total: 10, first: 10, second: 10).Verdict);
    }

    [Fact]
    public void Counts_of_recurring_respondents_lie_between_the_largest_part_and_the_sum()
    {
        Assert.Equal(AttackVerdict.Withstood, Recurring(total: 6, first: 5, second: 4).Verdict);
        Assert.Equal(AttackVerdict.Broken, Recurring(total: 4, first: 5, second: 4).Verdict);
        Assert.Equal(AttackVerdict.Broken, Recurring(total: 10, first: 5, second: 4).Verdict);
    }

    [Fact]
    public void A_published_count_below_the_threshold_is_found()
    {
        var table = Some.Cube().Publish(Some.Suppressed.Except(["N|N2|m"]).Contains);

        Assert.Equal(AttackVerdict.Withstood, new ThresholdCheck([Some.Table()], 3).Run().Verdict);
        var result = new ThresholdCheck([table], 3).Run();
        Assert.Equal("areas (region N, district N2, sex m) is published with count = 2, below 3.", Assert.Single(result.Witnesses).Text);
        Assert.Equal(2, Assert.Single(result.Figures).Value);
    }

    [Fact]
    public void A_published_zero_passes_only_where_zeros_may_be_published()
    {
        var table = Line(MeasureKind.Count, true, 0, 5, 5, 0);

        Assert.Equal(AttackVerdict.Withstood, new ThresholdCheck([table], 3).Run().Verdict);
        Assert.Equal(AttackVerdict.Broken, new ThresholdCheck([table], 3, zerosMayBePublished: false).Run().Verdict);
    }

    private static AttackResult Rounded(Int128 total, Int128 first, Int128 second) =>
        new AdditivityCheck([Line(MeasureKind.Sum, true, 5, total, first, second)]).Run();

    private static AttackResult Recurring(Int128 total, Int128 first, Int128 second) =>
        new AdditivityCheck([Line(MeasureKind.Count, false, 0, total, first, second)]).Run();

    private static PublishedTable Line(MeasureKind kind, bool additive, Int128 unit, Int128 total, Int128 first, Int128 second) =>
        new PublishedTableBuilder("line")
            .Key("a", ("a", ["Total", "a1", "a2"]))
            .Measure(new PublishedMeasure("n", kind, [total, first, second], isAdditive: additive, roundingUnit: unit))
            .Build(["", "", ""]);
}
