using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Layouts;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

/// <summary>Every mistake that protection or staging could make in a sound release, one at a time, is found with a witness.</summary>
public class PlantedMistakeTests
{
    private static readonly string[] Cells = [.. Some.Cube().Cells];

    [Fact]
    public void A_sound_release_withstands_all_attacks() =>
        Assert.All(Audit(Some.Table(), 1), result => Assert.Equal(AttackVerdict.Withstood, result.Verdict));

    [Fact]
    public void Any_suppressed_cell_that_is_published_after_all_is_found()
    {
        foreach (var cell in Some.Suppressed)
        {
            AssertFound(Audit(Some.Cube().Publish(other => other != cell && Some.Suppressed.Contains(other)), 1), cell);
        }
    }

    [Fact]
    public void A_suppressed_cell_that_keeps_its_numbers_or_its_status_alone_is_found()
    {
        var table = Some.Table();
        foreach (var cell in Some.Suppressed)
        {
            AssertFound(Audit(Some.With(table, "count", Some.Row(cell), 7), 1), cell);
            AssertFound(Audit(WithStatus(table, Some.Row(cell), ""), 1), cell);
            AssertFound(Audit(WithStatus(table, Some.Row(cell), "x"), 1), cell);
        }
    }

    [Fact]
    public void Any_number_that_is_shifted_or_lost_is_found()
    {
        var table = Some.Table();
        foreach (var row in Enumerable.Range(0, table.Rows).Where(row => !table.IsSuppressed(row)))
        {
            foreach (var measure in table.Measures)
            {
                AssertFound(Audit(Some.With(table, measure.Name, row, measure.Values[row] + 1), 1), Cells[row]);
                AssertFound(Audit(Some.With(table, measure.Name, row, measure.Values[row] - 1), 1), Cells[row]);
                AssertFound(Audit(Some.With(table, measure.Name, row, null), 1), Cells[row]);
            }
        }
    }

    [Fact]
    public void Any_row_that_is_dropped_or_doubled_is_found()
    {
        var table = Some.Table();
        for (var row = 0; row < table.Rows; row++)
        {
            var dropped = row;
            AssertFound(Audit(Some.Without(table, row), 1), Cells[row]);
            AssertFound(Audit(Some.Rows(table, [.. Enumerable.Range(0, table.Rows), dropped]), 1), Cells[row]);
        }
    }

    [Fact]
    public void An_interval_that_is_narrower_than_asked_is_found()
    {
        // The 2 men of N2 can be 6 at most: a woman of N2 is left, whom the row tells of.
        var results = Audit(Some.Table(), 5);
        AssertFound(results, "an interval");
        Assert.Equal(AttackVerdict.Broken, results.Single(result => result.Attack == "intervals").Verdict);
    }

    [Fact]
    public void A_cell_that_a_rule_hides_and_the_file_shows_is_found() =>
        Assert.Equal(
            AttackVerdict.Broken,
            Intervals(Some.Cube().Publish(other => other != "N|N2|m" && Some.Suppressed.Contains(other)), 1).Run().Verdict);

    [Fact]
    public void A_second_table_that_differs_by_one_hidden_cell_is_found()
    {
        // The same districts but one, under another name: the difference of the totals is the hidden district.
        var other = new Cube("coast", [("coast", ["coast"]), ("sex", ["sex"])]);
        foreach (var (_, district, sex, count, sum) in Some.Classes)
        {
            other.Add([district == "N2" ? "inland" : "coast", sex], count, sum);
        }

        var counted = Some.Counted();
        var labels = new[] { "coast", "inland" };
        var classes = new CountedClasses(
            [.. counted.Levels, new CountedLevel("coast", "coast", labels, [.. Some.Classes.Select(row => row.District == "N2" ? 1 : 0)])], []);
        var tables = new[] { Some.Table(), other.Publish(cell => cell.StartsWith("inland|f", StringComparison.Ordinal)) };

        var witness = new JointClassAttack(tables, classes).Run().Witnesses.First(each => each.Place.StartsWith("areas", StringComparison.Ordinal));
        Assert.Contains("coast", witness.Text, StringComparison.Ordinal);
        Assert.NotEmpty(witness.Terms);
    }

    [Fact]
    public void A_wrong_proof_never_passes()
    {
        // N2 is published by sex after all; the moves that were good before prove nothing now, and the cells are found.
        var table = Some.Cube().Publish(cell => cell is not ("N|N2|m" or "N|N2|f") && Some.Suppressed.Contains(cell));
        var published = new PublishedEdition([table]);
        var moves = new ClassMoves([0, 4, 6], [0, 1, 2, 3, 0, 1], [1, -1, -1, 1, 1, -1]);
        var proven = new ProvenCells(published, Some.Counted(), moves);

        Assert.Equal(2, proven.Rejected);
        Assert.Equal(2, new SolvingAttack(published, proven: proven).Run().Found);
        Assert.Equal(0, new ProvenCells(new PublishedEdition([Some.Table()]), Some.Counted(), new ClassMoves([0, 4], [0, 1, 2, 3], [1, -1, -1, 1])).Rejected);
    }

    [Fact]
    public void Who_is_in_other_classes_too_stays_and_is_the_one_that_everyone_knows_to_be_there()
    {
        var published = new PublishedEdition([Some.Table()]);
        var moves = new ClassMoves([0, 4], [4, 5, 6, 7], [1, -1, -1, 1]);
        var counted = Some.Counted();
        CountedClasses Staying(Int128 inOthers) => new(counted.Levels, [.. counted.Measures.Select(measure => measure.Name == "count"
            ? measure with { Staying = [0, 0, 0, 0, 0, 0, inOthers, 0] }
            : measure)]);
        Int128 Down(Int128 inOthers) => new ProvenCells(published, Staying(inOthers), moves).Reach(0, Some.Row("S|S2|f"), "count").Down;

        Assert.Equal((0, 1), (Down(0), Down(3)));
    }

    private static List<AttackResult> Audit(PublishedTable table, int width)
    {
        var published = new PublishedEdition([table]);
        var layout = new LayoutAttack(published).Run();
        return layout.Verdict != AttackVerdict.Withstood ? [layout] :
        [
            .. new IAttack[]
            {
                new AdditivityCheck(published),
                new ThresholdCheck([table], 3),
                new SolvingAttack(published),
                new BoundPropagation(published),
                new RecountAttack(table, Some.Counted(), new RecountOptions { Threshold = 3 }),
                Intervals(table, width),
            }.Select(attack => attack.Run()),
        ];
    }

    // A cell of fewer than 3 must be possible with one more and one less.
    private static IntervalAttack Intervals(PublishedTable table, int width)
    {
        var cube = Some.Cube();
        var places = Enumerable.Range(0, table.Rows).Select(row => Cells.First(cell => Names(table, row) == cell)).ToList();
        Int128[] values = [.. places.Select(cell => (Int128)cube.Count(cell))];
        Int128[] amounts = [.. values.Select(value => value < 3 ? (Int128)width : 0)];
        return new IntervalAttack(new PublishedEdition([table]), [new IntervalRequirement(0, "count", values, [.. amounts.Select(amount => Int128.Min(amount, 1))], amounts)]);
    }

    private static string Names(PublishedTable table, int row) =>
        string.Join('|', table.Keys.SelectMany(key => key.Levels).Select(level => level.Codes[row] < 0 ? "Total" : level.Labels[level.Codes[row]]));

    private static PublishedTable WithStatus(PublishedTable table, int row, string status) =>
        new(table.Name, table.Keys, table.Measures, [.. table.Status.Select((present, at) => at == row ? status : present)]);

    private static void AssertFound(List<AttackResult> results, string what)
    {
        Assert.True(results.Exists(result => result.Verdict == AttackVerdict.Broken), $"Nobody found {what}.");
        Assert.All(results.Where(result => result.Verdict == AttackVerdict.Broken), result =>
        {
            Assert.NotEmpty(result.Witnesses);
            Assert.All(result.Witnesses, witness => Assert.NotEmpty(witness.Text));
        });
    }
}
