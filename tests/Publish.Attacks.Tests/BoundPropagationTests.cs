using Publish.Attacks.Bounds;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class BoundPropagationTests
{
    [Fact]
    public void At_least_one_each_leaves_one_answer()
    {
        // 15 = 10 + 3 + x + x
        var result = new BoundPropagation([Line(15, 10, 3, null, null)]).Run();

        Assert.Equal(2, result.Found);
        Assert.All(result.Witnesses, witness => Assert.Equal(1, witness.Values[0].Numerator));
        Assert.Equal("line, row 4", result.Witnesses[0].Place);
        Assert.Equal("line (a a3), n = 1: nothing else fits 15 = 10 + 3 + line (a a3) + line (a a4).", result.Witnesses[0].Text);
    }

    [Fact]
    public void Without_at_least_one_there_are_several_answers() =>
        Assert.Equal(AttackVerdict.Withstood, new BoundPropagation([Line(15, 10, 3, null, null)], new BoundOptions { PresentMeansAtLeastOne = false }).Run().Verdict);

    [Fact]
    public void A_public_threshold_narrows_further()
    {
        Assert.Equal(0, new BoundPropagation([Line(4, null, null)]).Run().Found);
        Assert.Equal(2, new BoundPropagation([Line(4, null, null)], new BoundOptions { SuppressedIsBelow = 3 }).Run().Found);
    }

    [Fact]
    public void A_total_of_zero_makes_all_below_zero() =>
        Assert.Equal(2, new BoundPropagation([Line(0, null, null)], new BoundOptions { PresentMeansAtLeastOne = false }).Run().Found);

    [Fact]
    public void Numbers_no_table_fits_are_a_contradiction()
    {
        var result = new BoundPropagation([Line(1, null, null)]).Run();

        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Equal(AttackCodes.Contradiction, Assert.Single(result.Witnesses).Code);
    }

    [Fact]
    public void A_chain_of_deductions_is_followed() =>
        Assert.Equal(2, new BoundPropagation([Line(3, null, 2)]).Run().Found + new BoundPropagation([Line(2, 1, null)]).Run().Found);

    [Fact]
    public void Where_respondents_recur_a_part_is_at_most_the_whole() =>
        Assert.Equal(1, new BoundPropagation([Line(false, 1, 1, null)]).Run().Found);

    [Fact]
    public void What_is_said_to_be_exact_is_true() =>
        Property.Holds(100, random =>
        {
            var world = new RandomWorld(random, random.Next(1, 4), 0.5);
            var keys = Enumerable.Range(0, world.Levels.Length).ToArray();
            var cube = world.Cube("t", keys);
            var hidden = cube.Cells.Where(_ => random.NextDouble() < 0.5).ToHashSet(StringComparer.Ordinal);
            var result = new BoundPropagation([cube.Publish(hidden.Contains)]).Run();
            Assert.All(result.Witnesses, witness => Assert.Equal(cube.Count(cube.Cells[witness.Row]), (long)witness.Values[0].Numerator));
        });

    [Fact]
    public void Rounds_that_do_not_suffice_are_said() =>
        Assert.Equal(AttackVerdict.NotProven, new BoundPropagation([Line(4, null, null)], new BoundOptions { Rounds = 0 }).Run().Verdict);

    private static PublishedTable Line(params Int128?[] values) => Line(true, values);

    private static PublishedTable Line(bool additive, params Int128?[] values) =>
        new PublishedTableBuilder("line")
            .Key("a", ("a", [.. values.Select((_, index) => index == 0 ? "Total" : "a" + index)]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, values, isAdditive: additive))
            .Build([.. values.Select(value => value is null ? "c" : "")]);
}
