using Publish.Attacks.Differences;
using Publish.Attacks.Editions;
using Publish.Attacks.Groups;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class DifferenceAttackTests
{
    [Fact]
    public void Few_respondents_in_the_whole_and_not_in_a_part_are_found()
    {
        var result = new RespondentDifferenceAttack(Line(additive: false, 12, null, 10, null), 3).Run();

        var witness = Assert.Single(result.Witnesses);
        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Equal(AttackCodes.Difference, witness.Code);
        Assert.Equal("line, row 1", witness.Place);
        Assert.Equal("12 − 10 = 2: so many respondents of line (a Total) are not in line (a a2), fewer than 3.", witness.Text);
        Assert.Equal([(0, 1), (2, -1)], witness.Terms.Select(term => (term.Row, (int)term.Coefficient)));
        Assert.Equal(2, witness.Values.Single().Numerator);
    }

    [Fact]
    public void A_difference_of_the_threshold_or_of_nobody_is_no_secret()
    {
        Assert.Equal(0, new RespondentDifferenceAttack(Line(additive: false, 12, null, 9, 12), 3).Run().Found);
        Assert.Equal(1, new RespondentDifferenceAttack(Line(additive: false, 12, null, 9, 12), 4).Run().Found);
    }

    [Fact]
    public void Where_counts_add_up_the_difference_is_a_sum_of_cells_and_left_to_the_others() =>
        Assert.Equal(0, new RespondentDifferenceAttack(Line(additive: true, 12, null, 10, null), 3).Run().Found);

    [Fact]
    public void Differences_over_several_levels_are_taken()
    {
        var cube = new Cube("areas", [("area", ["region", "district"])]);
        cube.Add(["N", "N1"], 10);
        cube.Add(["N", "N2"], 1);
        cube.Add(["S", "S1"], 1);
        var table = cube.Publish(cell => cell is "N|Total" or "N|N2" or "S|Total" or "S|S1", additive: false);

        var witness = Assert.Single(new RespondentDifferenceAttack(new PublishedEdition([table]), 3).Run().Witnesses);
        Assert.Equal(2, witness.Values.Single().Numerator);
        Assert.Contains("district N1", witness.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_respondents_in_one_category_are_found_even_when_the_category_is_hidden()
    {
        // Hiding the one full cell hides nothing, nor does hiding the margin too where the zeros are shown.
        Assert.Equal(1, new GroupDisclosureAttack(Square(("n", 7, 0), ("s", 3, 5)), ["ill"]).Run().Found);
        Assert.Equal(1, new GroupDisclosureAttack(Square(("n", null, 0), ("s", 3, 5)), ["ill"]).Run().Found);
        Assert.Equal(1, new GroupDisclosureAttack(Square(hidesAreas: true, ("n", null, 0), ("s", 3, 5)), ["ill"]).Run().Found);
        Assert.Equal(0, new GroupDisclosureAttack(Square(hidesAreas: true, ("n", null, null), ("s", 3, 5)), ["ill"]).Run().Found);
        Assert.Equal(0, new GroupDisclosureAttack(Square(("n", null, null), ("s", 3, 5)), ["ill"]).Run().Found);
        Assert.Equal(0, new GroupDisclosureAttack(Square(("n", 6, 1), ("s", 3, 5)), ["ill"]).Run().Found);
    }

    [Fact]
    public void A_category_that_is_no_secret_or_the_only_one_tells_nothing()
    {
        Assert.Equal(0, new GroupDisclosureAttack(Square(("n", 7, 0), ("s", 3, 5)), ["area"]).Run().Found);
        Assert.Equal(0, new GroupDisclosureAttack(Line(true, 7, 7)).Run().Found);
    }

    private static PublishedEdition Line(bool additive, params Int128?[] values) => new([new PublishedTableBuilder("line")
        .Key("a", ("a", [.. values.Select((_, index) => index == 0 ? "Total" : "a" + index)]))
        .Measure(new PublishedMeasure("n", MeasureKind.Count, values, isAdditive: additive))
        .Build([.. values.Select(value => value is null ? "c" : "")])]);

    private static PublishedEdition Square(params (string Area, Int128? Yes, Int128? No)[] areas) => Square(false, areas);

    // Areas by ill or not; the margins by area are published unless they are hidden, a hidden cell is null.
    private static PublishedEdition Square(bool hidesAreas, params (string Area, Int128? Yes, Int128? No)[] areas)
    {
        var rows = areas.SelectMany(area => new (string Area, string Ill, Int128? Value, bool Hidden)[]
        {
            (area.Area, "Total", (area.Yes ?? 6) + (area.No ?? 1), hidesAreas),
            (area.Area, "yes", area.Yes, area.Yes is null),
            (area.Area, "no", area.No, area.No is null),
        }).Append((Area: "Total", Ill: "Total", Value: (Int128?)15, Hidden: false)).Where(row => row.Value != 0).ToList();
        return new([new PublishedTableBuilder("square")
            .Key("area", ("area", rows.ConvertAll(row => row.Area)))
            .Key("ill", ("ill", rows.ConvertAll(row => row.Ill)))
            .Measure(new PublishedMeasure("n", MeasureKind.Count, rows.ConvertAll(row => row.Hidden ? null : row.Value)))
            .Build(rows.ConvertAll(row => row.Hidden ? "c" : ""))]);
    }
}
