using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class RecountAttackTests
{
    [Fact]
    public void A_sound_table_withstands()
    {
        var result = new RecountAttack(Table(), Some.Counted(), new RecountOptions { Threshold = 3 }).Run();

        Assert.Equal(AttackVerdict.Withstood, result.Verdict);
        Assert.Equal(Table().Rows, result.Examined);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("x_sum")]
    [InlineData("x_mean")]
    public void A_number_that_is_off_by_one_is_found(string measure)
    {
        var row = Some.Row("N|Total|f");
        var value = Table().Measures.Single(each => each.Name == measure).Values[row] + 1;

        Found(Some.With(Table(), measure, row, value), AttackCodes.Recount, measure + " is published as");
    }

    [Fact]
    public void A_missing_cell_is_found() =>
        Found(Some.Without(Table(), Some.Row("S|S2|f")), AttackCodes.Recount, "areas (region S, district S2, sex f) is missing.");

    [Fact]
    public void A_suppressed_cell_that_does_not_exist_is_found()
    {
        var classes = Some.Counted();
        var rows = Enumerable.Range(0, classes.Rows).Where(row => row != 3).ToArray();
        var without = new CountedClasses(
            [.. classes.Levels.Select(level => level with { Codes = [.. rows.Select(row => level.Codes[row])] })], []);

        var result = new RecountAttack(Table(), without).Run();

        Assert.Contains(result.Witnesses, witness => witness.Text == "areas (region N, district N2, sex m) is empty in the upload.");
    }

    [Fact]
    public void A_published_cell_below_the_threshold_is_found() =>
        Found(Some.Cube().Publish(_ => false), AttackCodes.Threshold, "with 2 respondents, below 3");

    [Fact]
    public void A_mean_is_right_whichever_way_a_tie_is_broken()
    {
        var mean = new PublishedMeasure("x_mean", MeasureKind.Mean, [5], scale: 0);
        var counted = new CountedClasses([new CountedLevel("a", "a", ["a1"], [0])], [new CountedMeasure("x_mean", [9], 0, [2])]);
        Assert.Equal(AttackVerdict.Withstood, One(mean, counted));
        Assert.Equal(AttackVerdict.Withstood, One(new PublishedMeasure("x_mean", MeasureKind.Mean, [4], scale: 0), counted));
        Assert.Equal(AttackVerdict.Broken, One(new PublishedMeasure("x_mean", MeasureKind.Mean, [6], scale: 0), counted));
    }

    [Fact]
    public void Recurring_respondents_are_counted_once_a_cell()
    {
        var counted = new CountedClasses(
            [new CountedLevel("a", "a", ["a1", "a2"], [0, 0, 1, 1])], [], respondents: [7, 8, 7, -1], distinctCount: "n");
        PublishedTable Table(Int128 total) => new PublishedTableBuilder("t")
            .Key("a", ("a", ["Total", "a1", "a2"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [total, 2, 1], isAdditive: false))
            .Build(["", "", ""]);

        Assert.Equal(AttackVerdict.Withstood, new RecountAttack(Table(2), counted).Run().Verdict);
        Assert.Equal(AttackVerdict.Broken, new RecountAttack(Table(3), counted).Run().Verdict);
    }

    [Fact]
    public void Cells_counted_elsewhere_are_compared_as_they_are()
    {
        var counted = new CountedClasses(
            [new CountedLevel("a", "a", ["a2", "a1"], [-1, 1, 0])], [new CountedMeasure("n", [5, 4, 3])], areCells: true);
        PublishedTable Table(Int128 total) => new PublishedTableBuilder("t")
            .Key("a", ("a", ["Total", "a1", "a2"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [total, 4, 3], isAdditive: false))
            .Build(["", "", ""]);

        Assert.Equal(AttackVerdict.Withstood, new RecountAttack(Table(5), counted).Run().Verdict);
        Assert.Equal(AttackVerdict.Broken, new RecountAttack(Table(7), counted).Run().Verdict);
    }

    private static PublishedTable Table()
    {
        var table = Some.Table();
        var means = table.Measures[0].Values.Zip(table.Measures[1].Values, (count, sum) => count is null ? null : Rounded(sum!.Value, count.Value));
        return new PublishedTable(table.Name, table.Keys, [.. table.Measures, new PublishedMeasure("x_mean", MeasureKind.Mean, [.. means], 2)], table.Status);
    }

    private static Int128? Rounded(Int128 sum, Int128 count) => ((2 * sum) + count) / (2 * count);

    private static AttackVerdict One(PublishedMeasure measure, CountedClasses counted) =>
        new RecountAttack(
            new PublishedTableBuilder("t").Key("a", ("a", ["a1"])).Measure(measure).Build([""]),
            counted,
            new RecountOptions { ExpectsAllCombinations = false }).Run().Verdict;

    private static void Found(PublishedTable table, Codes.Code code, string text)
    {
        var result = new RecountAttack(table, Some.Counted(), new RecountOptions { Threshold = 3 }).Run();
        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Contains(result.Witnesses, witness => witness.Code == code && witness.Text.Contains(text, StringComparison.Ordinal));
    }
}
