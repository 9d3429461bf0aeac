using System.Numerics;
using Publish.Attacks.Perturbation;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class RoundingBoundsTests
{
    /// <summary>To base 5: no sum by itself tells a count of these, all together leave one for B/2 and for C/3.</summary>
    private static readonly long[][] Together = [[0, 0, 1], [0, 2, 3], [1, 3, 3]];

    private static readonly RoundingOptions OneSumAtATime = new()
    {
        MoveEffort = 0,
        Programs = new() { ProgrammedUnknowns = 0, SearchedUnknowns = 0 },
    };

    [Fact]
    public void A_count_that_only_all_sums_together_give_away_is_found_with_the_arithmetic()
    {
        var result = Attack(Together, 5);

        Assert.Equal((AttackVerdict.Broken, 2), (result.Verdict, result.Found));
        Assert.Equal(["B|2", "B|2", "C|3", "C|3"], result.Witnesses.Select(witness => CellAt(Together, witness)));
        Assert.All(result.Witnesses, witness => Assert.NotEmpty(witness.Terms));
        foreach (var witness in result.Witnesses)
        {
            Assert.Equal(witness.Text.Contains(" is at most ", StringComparison.Ordinal), Holds(witness, 1));
            Assert.Equal(witness.Text.Contains(" is at least ", StringComparison.Ordinal), Holds(witness, -1));
        }
    }

    [Fact]
    public void One_sum_at_a_time_finds_nothing_there_and_is_not_taken_for_a_proof()
    {
        var result = Attack(Together, 5, OneSumAtATime);

        Assert.Equal(AttackVerdict.NotProven, result.Verdict);
        Assert.All(result.Witnesses, witness => Assert.Equal(AttackCodes.RoundedNotProven, witness.Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void Counts_that_can_be_others_are_proven_by_moves_or_by_programmes(long moves)
    {
        long[][] counts = [[7, 3, 12], [4, 9, 6], [11, 2, 8]];
        var result = Attack(counts, 5, new RoundingOptions { MoveEffort = moves });

        Assert.Equal((AttackVerdict.Withstood, 3L), (result.Verdict, result.Examined));
        Assert.Equal(moves == 0 ? 0 : 3, result.Figures[0].Value);
    }

    [Fact]
    public void A_small_count_that_one_sum_gives_away_is_found_with_the_arithmetic()
    {
        // To base 3, 1 and 1 are at most 1 each, and their sum, which is published as 3, is at least 2.
        var result = Attack([[1, 1]], 3);

        Assert.Equal((AttackVerdict.Broken, 6), (result.Verdict, result.Found));
        Assert.All(result.Witnesses, witness => Assert.NotEmpty(witness.Terms));
    }

    [Fact]
    public void Counts_that_do_not_agree_with_the_true_ones_prove_nothing()
    {
        var cube = CubeOf(Together);
        Int128?[] wrong = [.. cube.Cells.Select(cell => (Int128?)RoundingRecount.Conventional(cube.Count(cell), 5) + 5)];

        Assert.Equal(AttackCodes.Contradiction, Assert.Single(Attack(Together, wrong, RoundingReach.Conventional(5)).Witnesses).Code);
    }

    [Fact]
    public void Whoever_is_in_several_classes_is_not_moved()
    {
        // Every count can be one less and none can be more, so that somebody has to go.
        long[][] counts = [[3, 4]];
        var cube = CubeOf(counts);
        var reach = new RoundingReach(Base: 5, Below: 1, Above: 0);
        AttackResult With(Int128 lone) => new RoundingBounds(
            [Published(cube, reach, cell => cube.Count(cell))],
            [[.. cube.Cells.Select(cell => (Int128)cube.Count(cell))]],
            ClassesOf(counts, _ => lone, count => count - lone),
            reach).Run();

        Assert.Equal(AttackVerdict.NotProven, With(0).Verdict);
        Assert.Equal(AttackVerdict.Withstood, With(1).Verdict);
    }

    private static AttackResult Attack(long[][] counts, int roundingBase, RoundingOptions? options = null)
    {
        var cube = CubeOf(counts);
        return Attack(
            counts, [.. cube.Cells.Select(cell => (Int128?)RoundingRecount.Conventional(cube.Count(cell), roundingBase))], RoundingReach.Conventional(roundingBase), options);
    }

    private static AttackResult Attack(long[][] counts, Int128?[] published, RoundingReach reach, RoundingOptions? options = null)
    {
        var cube = CubeOf(counts);
        var cells = cube.Cells.Zip(published).ToDictionary(each => each.First, each => each.Second);
        return new RoundingBounds(
            [Published(cube, reach, cell => cells[cell])],
            [[.. cube.Cells.Select(cell => (Int128)cube.Count(cell))]],
            ClassesOf(counts, count => count, _ => 0),
            reach,
            options).Run();
    }

    // What the witness adds and takes away, at its most and at its least, comes to what it says.
    private static bool Holds(Witness witness, int sign)
    {
        var cube = CubeOf(Together);
        var sum = BigInteger.Zero;
        foreach (var term in witness.Terms)
        {
            var published = RoundingRecount.Conventional(cube.Count(cube.Cells[term.Row]), 5);
            sum += term.Coefficient * (BigInteger)(term.Coefficient.Sign * sign > 0 ? published + 2 : Int128.Max(0, published - 2));
        }

        return sum * witness.Values[0].Denominator == witness.Values[0].Numerator * witness.Denominator;
    }

    private static string CellAt(long[][] counts, Witness witness) => CubeOf(counts).Cells[witness.Row];

    private static Cube CubeOf(long[][] counts)
    {
        var cube = new Cube("t", [("area", ["area"]), ("group", ["group"])]);
        foreach (var (area, group, count) in Classes(counts))
        {
            cube.Add([area, group], count);
        }

        return cube;
    }

    private static CountedClasses ClassesOf(long[][] counts, Func<Int128, Int128> lone, Func<Int128, Int128> staying)
    {
        var classes = Classes(counts).ToList();
        CountedLevel Level(string name, Func<(string Area, string Group, long Count), string> label)
        {
            var labels = classes.Select(label).Distinct().ToList();
            return new CountedLevel(name, name, labels, classes.ConvertAll(each => labels.IndexOf(label(each))));
        }

        return new CountedClasses(
            [Level("area", each => each.Area), Level("group", each => each.Group)],
            [new CountedMeasure("count", classes.ConvertAll(each => lone(each.Count))) { Staying = classes.ConvertAll(each => staying(each.Count)) }]);
    }

    // Combinations that nobody is in are not there.
    private static IEnumerable<(string Area, string Group, long Count)> Classes(long[][] counts) =>
        from row in counts.Index()
        from count in row.Item.Index()
        where count.Item > 0
        select (((char)('A' + row.Index)).ToString(), (count.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), count.Item);

    private static PublishedTable Published(Cube cube, RoundingReach reach, Func<string, Int128?> value)
    {
        var table = cube.Publish(_ => false);
        return new PublishedTable(
            table.Name,
            table.Keys,
            [new PublishedMeasure("count", MeasureKind.Count, [.. cube.Cells.Select(value)], roundingUnit: reach.Base, noise: MeasureNoise.Rounded)],
            table.Status);
    }
}
