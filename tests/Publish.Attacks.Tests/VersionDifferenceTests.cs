using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;
using Publish.Attacks.Versions;

namespace Publish.Attacks.Tests;

public class VersionDifferenceTests
{
    private static readonly Dictionary<string, long> Before = new() { ["N|N1"] = 10, ["N|N2"] = 8, ["N|N3"] = 7, ["S|S1"] = 9 };

    [Fact]
    public void Versions_that_show_the_same_tell_nothing()
    {
        var result = Attack(Areas(Before), Areas(Before));
        Assert.Equal((AttackVerdict.Withstood, 0L), (result.Verdict, result.Found));
        Assert.Equal(7, result.Examined);
    }

    [Theory]
    [InlineData(1, AttackVerdict.Broken)]
    [InlineData(-2, AttackVerdict.Broken)]
    [InlineData(3, AttackVerdict.Withstood)]
    [InlineData(-5, AttackVerdict.Withstood)]
    public void A_change_of_fewer_respondents_than_the_threshold_is_found_in_every_cell_that_shows_it(int change, AttackVerdict expected)
    {
        var result = Attack(Areas(Before), Areas(With("N|N1", 10 + change)));
        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected == AttackVerdict.Broken ? ["areas, row 1", "areas, row 2", "areas, row 3"] : [], result.Witnesses.Select(w => w.Place).Order());
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.VersionDifference, witness.Code));
    }

    [Fact]
    public void A_cell_that_was_hidden_and_is_shown_now_is_found()
    {
        var witness = Assert.Single(Attack(Areas(Before, "N|N1", "N|N2"), Areas(Before, "N|N2")).Witnesses);
        Assert.Equal((AttackCodes.ShownAfterHidden, "areas, row 3"), (witness.Code, witness.Place));
        Assert.Equal(0, Attack(Areas(Before, "N|N2"), Areas(Before, "N|N1", "N|N2")).Found);
    }

    [Fact]
    public void What_changed_in_hidden_cells_together_is_worked_out_from_their_total()
    {
        // The total of N changed by 5, its shown part by 3: 2 respondents are left for N1 and N2.
        var now = With("N|N3", 10);
        now["N|N1"] += 2;
        var witness = Assert.Single(Attack(Areas(Before, "N|N1", "N|N2"), Areas(now, "N|N1", "N|N2")).Witnesses);
        Assert.Equal("The hidden cells of areas (region N, district Total) changed by 2 respondents, fewer than 3.", witness.Text);
        now["N|N1"] += 1;
        Assert.Equal(AttackVerdict.Withstood, Attack(Areas(Before, "N|N1", "N|N2"), Areas(now, "N|N1", "N|N2")).Verdict);
    }

    [Fact]
    public void A_new_cell_and_one_that_went_are_changes_by_all_of_their_respondents()
    {
        var now = new Dictionary<string, long>(Before) { ["S|S2"] = 4 };
        Assert.Equal(AttackVerdict.Withstood, Attack(Areas(Before), Areas(now)).Verdict);
        Assert.Equal(AttackVerdict.Withstood, Attack(Areas(now), Areas(Before)).Verdict);
        now["S|S2"] = 2;
        Assert.Equal(AttackVerdict.Broken, Attack(Areas(now), Areas(Before)).Verdict);
    }

    [Fact]
    public void Where_a_sum_changes_and_the_count_does_not_nothing_is_proven()
    {
        Assert.Equal(AttackVerdict.NotProven, Attack(Areas(Before), Areas(Before, sumOf: 3)).Verdict);
        Assert.Equal(AttackVerdict.NotProven, Attack(Areas(Before, "N|N1", "N|N2"), Areas(Before, 3, "N|N1", "N|N2")).Verdict);
        var now = Before.ToDictionary(pair => pair.Key, pair => pair.Value + 3);
        Assert.Equal(AttackVerdict.Withstood, Attack(Areas(Before), Areas(now, sumOf: 3)).Verdict);
    }

    [Fact]
    public void Counts_that_do_not_add_up_or_are_rounded_prove_nothing_of_hidden_cells()
    {
        var now = With("N|N1", 20);
        Assert.Equal(AttackVerdict.NotProven, Attack(Areas(Before, additive: false, "N|N1", "N|N2"), Areas(now, additive: false, "N|N1", "N|N2")).Verdict);
        Assert.Equal(AttackVerdict.NotProven, Attack(Rounded(10, 20), Rounded(10, 30)).Verdict);
    }

    [Fact]
    public void Where_labels_go_and_others_come_a_cell_may_be_the_same_under_another_name()
    {
        var now = new Dictionary<string, long>(Before) { ["N|M1"] = 10 };
        now.Remove("N|N1");
        Assert.Equal(AttackVerdict.NotProven, Attack(Areas(Before), Areas(now)).Verdict);
    }

    [Fact]
    public void Hidden_cells_that_several_sums_share_prove_nothing_where_these_changed()
    {
        Assert.Equal(AttackVerdict.NotProven, Attack(Square(0), Square(3)).Verdict);
        Assert.Equal(AttackVerdict.Withstood, Attack(Square(0), Square(0)).Verdict);
    }

    [Fact]
    public void A_version_laid_out_otherwise_is_refused()
    {
        var other = new PublishedTable("areas", Areas(Before).Keys, [Areas(Before).Measures[0]], Areas(Before).Status);
        Assert.Equal(AttackCodes.VersionLayout, Assert.Single(Attack(Areas(Before), other).Witnesses).Code);
    }

    private static AttackResult Attack(PublishedTable before, PublishedTable now) => new VersionDifferenceAttack([(before, now)], 3).Run();

    private static Dictionary<string, long> With(string cell, long count) => new(Before) { [cell] = count };

    private static PublishedTable Areas(Dictionary<string, long> counts, params string[] hidden) => Areas(counts, 1, true, hidden);

    private static PublishedTable Areas(Dictionary<string, long> counts, long sumOf, params string[] hidden) => Areas(counts, sumOf, true, hidden);

    private static PublishedTable Areas(Dictionary<string, long> counts, bool additive, params string[] hidden) => Areas(counts, 1, additive, hidden);

    private static PublishedTable Areas(Dictionary<string, long> counts, long sumOf, bool additive, string[] hidden)
    {
        var cube = new Cube("areas", [("area", ["region", "district"])]);
        foreach (var (cell, count) in counts)
        {
            cube.Add(cell.Split('|'), count, sumOf * count);
        }

        return cube.Publish(hidden.Contains, additive: additive);
    }

    private static PublishedTable Square(long more)
    {
        var cube = new Cube("square", [("a", ["a"]), ("b", ["b"])]);
        cube.Add(["a1", "b1"], 5 + more);
        cube.Add(["a1", "b2"], 6);
        cube.Add(["a2", "b1"], 7);
        cube.Add(["a2", "b2"], 8);
        return cube.Publish(cell => !cell.Contains("Total", StringComparison.Ordinal));
    }

    private static PublishedTable Rounded(Int128 first, Int128 second) => new PublishedTableBuilder("line")
        .Key("a", ("a", ["a1", "a2"]))
        .Measure(new PublishedMeasure("n", MeasureKind.Count, [first, second], roundingUnit: 10, noise: MeasureNoise.Rounded))
        .Build(["", ""]);
}
