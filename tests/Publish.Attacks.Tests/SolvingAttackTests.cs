using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Systems;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class SolvingAttackTests
{
    [Fact]
    public void One_cell_of_a_line_is_the_total_less_the_others()
    {
        var table = Some.Cube().Publish(cell => cell == "N|N2|m");
        var witness = Assert.Single(new SolvingAttack([table]).Run().Witnesses);

        Assert.Equal("areas, row " + (Some.Row("N|N2|m") + 1), witness.Place);
        Assert.StartsWith("areas (region N, district N2, sex m), count = 2, x_sum = 3.01: ", witness.Text, StringComparison.Ordinal);
        Assert.Equal(2, witness.Terms.Sum(term => (long)term.Coefficient * (long)table.Measures[0].Values[term.Row]!.Value));
    }

    [Fact]
    public void Tables_that_publish_no_totals_still_share_a_margin()
    {
        var world = new RandomWorld(new Random(3), 3, 1);
        var (first, second) = (world.Cube("ab", 0, 1), world.Cube("ac", 0, 2));
        var firstCell = first.Cells.First(cell => !cell.Contains("Total", StringComparison.Ordinal));
        PublishedTable[] tables =
        [
            first.Publish(cell => cell == firstCell, HasTotal),
            second.Publish(_ => false, HasTotal),
        ];

        Assert.Equal(1, new SolvingAttack(tables).Run().Found);
        Assert.Equal(0, new SolvingAttack([tables[0]]).Run().Found);

        static bool HasTotal(string cell) => cell.Contains("Total", StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_recurring_respondents_are_no_equations_but_sums_beside_them_are()
    {
        var table = Some.Cube().Publish(cell => cell == "N|N2|m", additive: false);
        var counts = new PublishedTable(table.Name, table.Keys, [table.Measures[0]], table.Status);

        Assert.Equal(AttackVerdict.Withstood, new SolvingAttack([counts]).Run().Verdict);
        var witness = Assert.Single(new SolvingAttack([table]).Run().Witnesses);
        Assert.Equal("x_sum", Assert.Single(witness.Values).Measure);
    }

    [Fact]
    public void An_only_part_is_the_whole_even_where_respondents_recur()
    {
        var table = new PublishedTableBuilder("line")
            .Key("a", ("a", ["Total", "a1"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [5, null], isAdditive: false))
            .Build(["", "c"]);

        Assert.Equal(5, Assert.Single(new SolvingAttack([table]).Run().Witnesses).Values[0].Numerator);
    }

    [Fact]
    public void Means_are_attacked_as_the_sums_they_stand_for()
    {
        var table = new PublishedTableBuilder("line")
            .Key("a", ("a", ["Total", "a1", "a2"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [5, null, 3], isAdditive: false))
            .Measure(new PublishedMeasure("x_mean", MeasureKind.Mean, [5, null, 3], scale: 1))
            .Build(["", "c", ""]);

        var witness = Assert.Single(new SolvingAttack([table]).Run().Witnesses);
        Assert.Empty(witness.Values);
        Assert.Equal(2, witness.Terms.Count);
    }

    [Fact]
    public void Too_little_effort_is_said_and_holds()
    {
        var table = Some.Table();
        var result = new SolvingAttack([table], new SolvingOptions { Effort = new SolvingEffort(Coefficients: 0) }).Run();

        Assert.Equal(AttackVerdict.NotProven, result.Verdict);
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.NotProven, witness.Code));
    }

    [Fact]
    public void Witnesses_are_limited_and_the_count_is_not()
    {
        var table = Some.Cube().Publish(cell => cell.StartsWith("Total|", StringComparison.Ordinal));
        var result = new SolvingAttack([table], new SolvingOptions { MaximumWitnesses = 1 }).Run();

        Assert.Single(result.Witnesses);
        Assert.Equal(3, result.Found);
    }

    [Fact]
    public void Geographies_that_do_not_nest_are_told_apart_by_their_overlaps()
    {
        // Old areas: o1 = {x}, o2 = {y}, o3 = {z, w}. New areas: n1 = {x, y}, n2 = {z}, n3 = {w}. So o2 = n1 − o1.
        PublishedTable[] tables =
        [
            Geography("old", "o", (7, false), (5, true), (6, true)),
            Geography("new", "n", (12, false), (4, true), (2, true)),
        ];
        var classes = new CountedClasses(
            [
                new CountedLevel("old", "old", ["o1", "o2", "o3"], [0, 1, 2, 2]),
                new CountedLevel("new", "new", ["n1", "n2", "n3"], [0, 0, 1, 2]),
            ],
            []);

        Assert.Equal(0, new SolvingAttack(tables).Run().Found);
        var witness = Assert.Single(new JointClassAttack(tables, classes).Run().Witnesses);
        Assert.Equal("old (old o2), n = 5: − old (old o1) + new (new n1).", witness.Text);
    }

    [Fact]
    public void A_label_under_several_parents_is_several_cells_and_alone_it_is_their_sum()
    {
        // "other" is in both regions; a second table publishes the districts without their regions.
        var byRegion = new PublishedTableBuilder("nested")
            .Key("area", ("region", ["N", "N", "N", "S", "S", "S"]), ("district", ["Total", "Leeds", "other", "Total", "Bath", "other"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [null, 3, null, null, 5, 6]))
            .Build(["c", "", "c", "c", "", ""]);
        var alone = new PublishedTableBuilder("flat")
            .Key("area", ("district", ["Leeds", "other", "Bath"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [3, 10, 5]))
            .Build(["", "", ""]);

        Assert.Equal(["nested, row 4"], Places([byRegion]));
        Assert.Equal(["nested, row 1", "nested, row 3", "nested, row 4"], Places([byRegion, alone]));
        Assert.Equal(["nested, row 1", "nested, row 3", "nested, row 4"], Places([alone, byRegion]));

        static IEnumerable<string> Places(PublishedTable[] tables) => new SolvingAttack(tables).Run().Witnesses.Select(witness => witness.Place);
    }

    [Fact]
    public void Tables_that_disagree_on_a_parent_lose_no_equation_of_their_own()
    {
        PublishedTable Table(string name, string region, Int128? leeds) => new PublishedTableBuilder(name)
            .Key("area", ("region", [region, region, region]), ("district", ["Total", "Leeds", "York"]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [9, leeds, 4]))
            .Build(["", leeds is null ? "c" : "", ""]);

        Assert.Equal("one, row 2", Assert.Single(new SolvingAttack([Table("one", "N", null), Table("two", "S", 5)]).Run().Witnesses).Place);
    }

    [Fact]
    public void Two_tables_share_their_grand_total_even_if_neither_publishes_it()
    {
        PublishedTable[] tables = [Geography("old", "o", (7, false), (9, true)), Geography("new", "n", (12, false), (4, false))];

        Assert.Equal(9, Assert.Single(new SolvingAttack(tables).Run().Witnesses).Values[0].Numerator);
    }

    private static PublishedTable Geography(string name, string prefix, params (int Count, bool Hidden)[] areas) =>
        new PublishedTableBuilder(name)
            .Key(name, (name, [.. areas.Select((_, index) => prefix + (index + 1))]))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, [.. areas.Select(area => area.Hidden ? (Int128?)null : area.Count)]))
            .Build([.. areas.Select(area => area.Hidden ? "c" : "")]);
}
