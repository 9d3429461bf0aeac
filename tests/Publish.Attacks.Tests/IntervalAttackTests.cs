using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class IntervalAttackTests
{
    [Fact]
    public void A_bound_comes_with_the_published_cells_that_give_it()
    {
        var result = Attack(Some.Table(), upper: 100, new IntervalOptions());

        var witness = result.Witnesses.First(each => each.Row == Some.Row("N|N2|m"));
        Assert.Equal(AttackCodes.Interval, witness.Code);
        Assert.NotEmpty(witness.Terms);
        var published = Some.Table().Measures[0].Values;
        var sum = witness.Terms.Aggregate((Int128)0, (total, term) => total + ((Int128)term.Coefficient * published[term.Row]!.Value));

        // 7 people in N2, or 8 men in N: one of either is somebody else, whom a row tells of.
        Assert.Equal((Int128)witness.Values.Single().Numerator, sum - 1);
        Assert.Equal("row", WitnessArithmetic.Of(witness, [Some.Table()])[..3]);
        Assert.DoesNotContain("N2", WitnessArithmetic.Of(witness, [Some.Table()]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_decided_within_the_effort_is_not_safe()
    {
        var none = new IntervalOptions { ProgramEffort = 0, ComponentSearchEffort = 0 };
        Assert.Equal(AttackVerdict.Withstood, Attack(Some.Table(), upper: 1, new IntervalOptions()).Verdict);

        var result = Attack(Some.Table(), upper: 1, none);
        Assert.Equal(AttackVerdict.NotProven, result.Verdict);
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.NotProven, witness.Code));
        Assert.Equal(AttackVerdict.NotProven, Attack(Some.Table(), upper: 1, new IntervalOptions { ProgrammedUnknowns = 1, SearchedUnknowns = 1 }).Verdict);
    }

    [Fact]
    public void One_thread_and_four_give_the_same_witnesses()
    {
        var one = Attack(Some.Table(), upper: 5, new IntervalOptions { Threads = 1 });
        var four = Attack(Some.Table(), upper: 5, new IntervalOptions { Threads = 4 });

        Assert.NotEmpty(one.Witnesses);
        Assert.Equal(one.Witnesses.Select(witness => witness.Text), four.Witnesses.Select(witness => witness.Text));
    }

    private static AttackResult Attack(PublishedTable table, Int128 upper, IntervalOptions options)
    {
        var cube = Some.Cube();
        Int128[] values = [.. cube.Cells.Select(cell => (Int128)cube.Count(cell))];
        Int128[] amounts = [.. values.Select(value => value < 3 ? upper : 0)];
        return new IntervalAttack(
            new PublishedEdition([table]), [new IntervalRequirement(0, "count", values, new Int128[values.Length], amounts)], options: options).Run();
    }
}
