using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Proofs;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Properties;

public class IntervalProperties
{
    [Fact]
    public void An_interval_is_called_too_narrow_exactly_when_no_table_reaches_its_ends() =>
        NarrowExactlyWhenUnreachable(new IntervalOptions(), (mine, known) => Assert.Equal(known, mine));

    [Fact]
    public void Search_alone_comes_to_the_same() =>
        NarrowExactlyWhenUnreachable(new IntervalOptions { ProgrammedUnknowns = 0 }, (mine, known) => Assert.Equal(known, mine));

    // Linear programmes alone take values that are not whole for possible, so they refute less, and never what holds.
    [Fact]
    public void Linear_programmes_alone_refute_nothing_that_holds() =>
        NarrowExactlyWhenUnreachable(new IntervalOptions { SearchedUnknowns = 0 }, (mine, known) => Assert.Subset(known.ToHashSet(), mine.ToHashSet()));

    [Fact]
    public void What_moves_prove_is_so_and_wrong_moves_prove_nothing() =>
        Property.Holds(200, random =>
        {
            var small = new SmallWorld(random, 6, 3);
            var every = small.Every();
            var moves = Moves(random, small.World.Leaves.Count);
            var published = new PublishedEdition([small.Table]);
            var proven = new ProvenCells(published, small.Classes, moves);
            var solved = new SolvingAttack(published).Run().Witnesses.Select(witness => witness.Row).ToHashSet();
            for (var hidden = 0; hidden < small.Hidden.Count; hidden++)
            {
                var (row, value) = (small.Row(small.Hidden[hidden]), (Int128)small.Cube.Count(small.Hidden[hidden]));
                var (down, up) = proven.Reach(0, row, "count");
                Assert.True(value - down >= every.Least[hidden], "A move reaches below every table.");
                Assert.True(value + up <= every.Most[hidden], "A move reaches above every table.");
                Assert.False(proven.IsFree(0, row, "count") && solved.Contains(row));
            }
        });

    [Fact]
    public void Moves_spare_the_solving_attack_nothing_that_is_solved() =>
        Property.Holds(100, random =>
        {
            var small = new SmallWorld(random, 8, 3);
            var published = new PublishedEdition([small.Table]);
            var proven = new ProvenCells(published, small.Classes, Moves(random, small.World.Leaves.Count));

            var plain = new SolvingAttack(published).Run();
            var spared = new SolvingAttack(published, proven: proven).Run();
            var joint = new JointClassAttack(published, small.Classes, proven: proven).Run();

            Assert.Equal(plain.Verdict, spared.Verdict);
            Assert.Equal(plain.Witnesses.Select(witness => witness.Text), spared.Witnesses.Select(witness => witness.Text));
            Assert.Equal(plain.Witnesses.Select(witness => witness.Row), joint.Witnesses.Select(witness => witness.Row));
        });

    private static void NarrowExactlyWhenUnreachable(IntervalOptions options, Action<List<int>, List<int>> compare) =>
        Property.Holds(100, random =>
        {
            var small = new SmallWorld(random, 6, 3);
            var every = small.Every();
            var (lower, upper) = (new Int128[small.Table.Rows], new Int128[small.Table.Rows]);
            var narrow = new List<int>();
            for (var hidden = 0; hidden < small.Hidden.Count; hidden++)
            {
                var row = small.Row(small.Hidden[hidden]);
                (lower[row], upper[row]) = (random.Next(3), random.Next(3));
                var value = (Int128)small.Cube.Count(small.Hidden[hidden]);
                var low = Int128.Max(value - lower[row], 1);
                if (lower[row] + upper[row] > 0 && (every.Least[hidden] > low || every.Most[hidden] < value + upper[row]))
                {
                    narrow.Add(row);
                }
            }

            var result = new IntervalAttack(
                new PublishedEdition([small.Table]),
                [new IntervalRequirement(0, "count", [.. small.Cube.Cells.Select(cell => (Int128)small.Cube.Count(cell))], lower, upper)],
                options: options).Run();

            Assert.True(options.SearchedUnknowns == 0 || result.Verdict != AttackVerdict.NotProven);
            Assert.Equal(result.Found, result.Witnesses.Count);
            var refuted = result.Witnesses.Where(witness => witness.Code == AttackCodes.Interval);
            compare([.. refuted.Select(witness => witness.Row).Distinct().Order()], [.. narrow.Order()]);
            Assert.Subset(result.Witnesses.Select(witness => witness.Row).ToHashSet(), narrow.ToHashSet());
        });

    // Boxes and lines, most of them no moves at all; and some that are not even well formed.
    private static ClassMoves Moves(Random random, int classes)
    {
        var (starts, at, changes) = (new List<int> { 0 }, new List<int>(), new List<long>());
        for (var move = 0; move < 60; move++)
        {
            var length = random.Next(1, 5);
            for (var i = 0; i < length; i++)
            {
                at.Add(random.Next(random.Next(20) == 0 ? classes + 1 : classes));
                changes.Add(random.Next(8) == 0 ? random.Next(-2, 3) : i % 2 == 0 ? 1 : -1);
            }

            starts.Add(at.Count);
        }

        return new ClassMoves([.. starts], [.. at], [.. changes]);
    }
}
