using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Tables;
using Publish.Disclosure.Tables.Greedy;

namespace Publish.Disclosure.Tests.Tables;

public class CellSystemTests
{
    [Fact]
    public void Solvable_cells_of_random_equations_are_those_that_fractions_find() =>
        Holds(400, system =>
        {
            var solved = SolvableCells.Find(system.Equations(), system.IsSuppressed);
            var solver = system.Oracle(system.IsSuppressed);
            return Enumerable.Range(0, system.CellCount).All(cell =>
                solved[cell] == (system.IsSuppressed[cell] && solver.Spans(system.Unit(cell))));
        });

    [Fact]
    public void Every_secondary_cell_is_needed_and_no_suppressed_cell_is_solved() =>
        Holds(300, system =>
        {
            var roles = Array.ConvertAll(system.IsSuppressed, hidden => hidden ? CellRole.Primary : CellRole.Candidate);
            var pattern = SecondarySuppression.Protect(Some.Problem(system.Equations(), roles, system.Costs));
            var solver = system.Oracle(pattern.IsSuppressed);
            return Enumerable.Range(0, system.CellCount).All(cell =>
                !pattern.IsSuppressed[cell]
                || solver.Spans(system.Unit(cell)) == pattern.Unprotected.Contains(cell)
                && (roles[cell] == CellRole.Primary || GivesAway(system, pattern, cell)));
        });

    [Fact]
    public void A_pattern_never_costs_more_than_publishing_strictly_from_dear_to_cheap() =>
        Holds(200, system =>
        {
            var costs = Enumerable.Range(0, system.CellCount).Select(cell => (double)(1 + (cell * 7 + 3) % 17)).ToArray();
            var roles = Array.ConvertAll(system.IsSuppressed, hidden => hidden ? CellRole.Primary : CellRole.Candidate);

            var pattern = SecondarySuppression.Protect(Some.Problem(system.Equations(), roles, costs));

            return Cost(pattern.IsSuppressed, costs) <= Cost(system.StrictlyGreedy(costs), costs);
        });

    [Fact]
    public void Hidden_cells_may_be_solved_and_known_cells_are_never_suppressed()
    {
        // a + b = c, d = e: a is secret, b holds no secret and is never published, c and e are known.
        var system = CellSystem.FromEquations(5, new SparseRows([0, 3, 5], [0, 1, 2, 3, 4], [1, 1, -1, 1, -1]));
        CellRole[] roles = [CellRole.Primary, CellRole.Hidden, CellRole.Known, CellRole.Hidden, CellRole.Known];

        var pattern = SecondarySuppression.Protect(Some.Problem(system, roles, new double[5]));

        Assert.Equal([true, false, false, false, false], pattern.IsSuppressed);
        Assert.Empty(pattern.Unprotected);
    }

    [Fact]
    public void A_primary_cell_that_the_known_cells_give_away_is_reported()
    {
        var system = CellSystem.FromEquations(2, new SparseRows([0, 2], [0, 1], [1, -1]));

        var pattern = SecondarySuppression.Protect(Some.Problem(system, [CellRole.Primary, CellRole.Known], [0, 0]));

        Assert.Equal([0], pattern.Unprotected);
    }

    [Fact]
    public void Coefficients_too_large_to_reckon_with_only_ever_suppress_more()
    {
        // Publishing cell 0 would be harmless, but the remaining moves would leave 32 bits.
        var system = CellSystem.FromContributions(3, new SparseRows([0, 2, 4, 5], [0, 1, 0, 1, 1], [65537, 65536, 65539, 65521, 1]));

        var pattern = GreedyPublication.Run(
            system, [CellRole.Candidate, CellRole.Primary, CellRole.Candidate], [9, 1, 1], sums: null, EliminationEffort.Unlimited)!;

        Assert.Equal([true, true, false], pattern.IsSuppressed);
        Assert.Equal([0, -1, -1], pattern.Shields);
        Assert.Empty(pattern.Unprotected);
    }

    [Fact]
    public void Equations_too_large_to_reckon_with_count_as_giving_away()
    {
        var system = CellSystem.FromEquations(3, new SparseRows([0, 2, 4], [0, 1, 1, 2], [1, -65536, 1, -65536]));

        var pattern = SecondarySuppression.Protect(Some.Problem(
            system, [CellRole.Primary, CellRole.Primary, CellRole.Primary], new double[3]));

        Assert.Equal([0, 1, 2], pattern.Unprotected);
    }

    [Fact]
    public void Arrays_that_disagree_are_refused()
    {
        var rows = new SparseRows([0, 1], [0]);

        Assert.Throws<ArgumentException>(() => new SparseRows([0, 2], [0]));
        Assert.Throws<ArgumentException>(() => new SparseRows([0, 1], [0], [1, 2]));
        Assert.Throws<ArgumentException>(() => CellSystem.FromEquations(0, rows));
        Assert.Throws<ArgumentException>(() =>
            SecondarySuppression.Protect(Some.Problem(CellSystem.FromEquations(1, rows), [CellRole.Primary], [])));
    }

    private static bool GivesAway(RandomSystem system, SuppressionPattern pattern, int secondary)
    {
        var without = (bool[])pattern.IsSuppressed.Clone();
        without[secondary] = false;
        return system.Oracle(without).Spans(system.Unit(pattern.Shields[secondary]));
    }

    private static double Cost(bool[] isSuppressed, double[] costs) => costs.Where((_, cell) => isSuppressed[cell]).Sum();

    private static void Holds(int runs, Func<RandomSystem, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(99, 5),
            Prop.ForAll((from seed in Gen.Choose(0, int.MaxValue - 1) select RandomSystem.Make(new Random(seed))).ToArbitrary(), property));

    private sealed record RandomSystem(int CellCount, int[][] Rows, bool[] IsSuppressed, double[] Costs)
    {
        public static RandomSystem Make(Random random)
        {
            var cells = random.Next(2, 14);
            var rows = Enumerable.Range(0, random.Next(1, cells)).Select(_ => Enumerable.Range(0, cells)
                .Select(_ => random.Next(3) == 0 ? random.Next(-3, 4) : 0).ToArray());
            var share = random.Next(2, 6);
            return new RandomSystem(
                cells,
                [.. rows],
                [.. Enumerable.Range(0, cells).Select(_ => random.Next(share) == 0)],
                [.. Enumerable.Range(0, cells).Select(_ => (double)random.Next(5))]);
        }

        public CellSystem Equations()
        {
            var entries = Rows.Select(row => Enumerable.Range(0, CellCount).Where(cell => row[cell] != 0).ToArray()).ToArray();
            var starts = new List<int> { 0 };
            foreach (var row in entries)
            {
                starts.Add(starts[^1] + row.Length);
            }

            return CellSystem.FromEquations(CellCount, new SparseRows(
                [.. starts], [.. entries.SelectMany(row => row)], [.. entries.SelectMany((row, i) => row.Select(cell => Rows[i][cell]))]));
        }

        /// <summary>What the intruder can combine: the equations, and each published cell.</summary>
        public RationalSolver Oracle(bool[] isSuppressed) =>
            new(Rows.Concat(Enumerable.Range(0, CellCount).Where(cell => !isSuppressed[cell]).Select(Unit)));

        /// <summary>The textbook's greedy: publish the dearest cell that gives no primary away, until all were tried.</summary>
        public bool[] StrictlyGreedy(double[] costs)
        {
            var isHidden = Enumerable.Repeat(true, CellCount).ToArray();
            var start = Oracle(isHidden);
            int[] safe = [.. Enumerable.Range(0, CellCount).Where(cell => IsSuppressed[cell] && !start.Spans(Unit(cell)))];
            foreach (var cell in Enumerable.Range(0, CellCount).Where(cell => !IsSuppressed[cell]).OrderByDescending(cell => costs[cell]))
            {
                isHidden[cell] = false;
                var solver = Oracle(isHidden);
                isHidden[cell] = safe.Any(primary => solver.Spans(Unit(primary)));
            }

            return isHidden;
        }

        public int[] Unit(int cell) => [.. Enumerable.Range(0, CellCount).Select(i => i == cell ? 1 : 0)];

        public override string ToString() =>
            string.Join(" | ", Rows.Select(row => string.Join(' ', row))) + " hides " + string.Join(' ', IsSuppressed);
    }
}
