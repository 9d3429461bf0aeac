using Publish.Attacks.Systems;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Properties;

public class LinearSystemProperties
{
    [Fact]
    public void Exactly_the_cells_an_exact_elimination_finds_are_solved() =>
        Property.Holds(200, random =>
        {
            var cells = random.Next(2, 14);
            var known = Enumerable.Range(0, cells).Select(_ => random.Next(3) == 0).ToArray();
            var equations = Equations(random, cells);
            var solution = Solve(cells, known, equations);

            var oracle = new RationalOracle(cells);
            equations.ForEach(oracle.Know);
            Enumerable.Range(0, cells).Where(cell => known[cell]).ToList().ForEach(cell => oracle.Know(Unit(cells, cell)));
            var expected = Enumerable.Range(0, cells).Where(cell => !known[cell] && oracle.Determines(Unit(cells, cell)));
            Assert.Equal(expected, solution.Solved);
            Assert.Empty(solution.Unproven);
        });

    [Fact]
    public void Every_derivation_is_a_combination_of_the_equations() =>
        Property.Holds(200, random =>
        {
            var cells = random.Next(2, 14);
            var known = Enumerable.Range(0, cells).Select(_ => random.Next(2) == 0).ToArray();
            var equations = Equations(random, cells);
            var solution = Solve(cells, known, equations);
            foreach (var cell in solution.Solved)
            {
                var derivation = solution.Derive(cell)!;
                Assert.All(derivation.Terms, term => Assert.True(known[term.Cell]));
                var claim = new long[cells];
                claim[cell] = (long)derivation.Denominator;
                derivation.Terms.ToList().ForEach(term => claim[term.Cell] = (long)-term.Coefficient);
                var oracle = new RationalOracle(cells);
                equations.ForEach(oracle.Know);
                Assert.True(oracle.Determines(claim));
            }
        });

    [Fact]
    public void A_prime_that_divides_a_coefficient_makes_nothing_safe()
    {
        const long Prime = (1L << 61) - 1;
        var system = new LinearSystem(3);
        system.MarkKnown(1);
        system.AddEquation([0, 1], [Prime, 1]);
        system.AddEquation([0, 2], [1, 1]);

        Assert.Equal([0, 2], system.Solve().Solved);
    }

    [Fact]
    public void A_system_singular_modulo_both_primes_is_said_to_be_unproven()
    {
        var system = new LinearSystem(3);
        system.AddEquation([0, 1, 2], [(1L << 61) - 1, 1, 0]);
        system.AddEquation([1, 2], [1, (1L << 31) - 1]);
        system.AddEquation([0, 2], [1, 1]);
        var solution = system.Solve();

        var oracle = new RationalOracle(3);
        oracle.Know([(1L << 61) - 1, 1, 0]);
        oracle.Know([0, 1, (1L << 31) - 1]);
        oracle.Know([1, 0, 1]);
        Assert.True(oracle.Determines([1, 0, 0]));
        Assert.Equal([0, 1, 2], solution.Solved.Concat(solution.Unproven).Order());
    }

    [Fact]
    public void Too_little_effort_proves_nothing()
    {
        var system = new LinearSystem(4);
        system.AddEquation([0, 1, 2], [1, 1, 1]);
        system.AddEquation([1, 2, 3], [1, 2, 1]);
        system.AddEquation([0, 2, 3], [1, 3, 1]);
        system.AddEquation([0, 1, 3], [2, 1, 1]);
        var solution = system.Solve(new SolvingEffort(Coefficients: 1));

        Assert.Empty(solution.Solved);
        Assert.Equal([0, 1, 2, 3], solution.Unproven);
    }

    [Fact]
    public void Fractions_that_need_many_digits_are_still_proven()
    {
        // x0 = 3 x1 = 9 x2 …: the kernel vector needs 3^100, beyond one residue.
        var system = new LinearSystem(101);
        for (var cell = 0; cell < 100; cell++)
        {
            system.AddEquation([cell, cell + 1], [3, -7]);
        }

        var solution = system.Solve();
        Assert.Empty(solution.Solved);
        Assert.Empty(solution.Unproven);
    }

    [Fact]
    public void One_thread_or_two_give_the_same()
    {
        var random = new Random(5);
        var known = Enumerable.Range(0, 60).Select(_ => random.Next(3) == 0).ToArray();
        var equations = Enumerable.Range(0, 30).Select(_ => Equation(random, 60)).ToList();
        var (one, two) = (Build(60, known, equations).Solve(new SolvingEffort(Threads: 1)), Build(60, known, equations).Solve());

        Assert.Equal(one.Solved, two.Solved);
        foreach (var cell in one.Solved)
        {
            Assert.Equal(one.Derive(cell)!.Terms, two.Derive(cell)!.Terms);
        }
    }

    private static List<long[]> Equations(Random random, int cells) =>
        [.. Enumerable.Range(0, random.Next(1, cells + 2)).Select(_ => Equation(random, cells))];

    private static long[] Equation(Random random, int cells) =>
        [.. Enumerable.Range(0, cells).Select(_ => random.Next(Math.Max(2, cells / 3)) == 0 ? random.NextInt64(-3, 4) : 0L)];

    private static LinearSolution Solve(int cells, bool[] known, List<long[]> equations) => Build(cells, known, equations).Solve();

    private static LinearSystem Build(int cells, bool[] known, List<long[]> equations)
    {
        var system = new LinearSystem(cells);
        Enumerable.Range(0, cells).Where(cell => known[cell]).ToList().ForEach(system.MarkKnown);
        foreach (var equation in equations)
        {
            system.AddEquation([.. Enumerable.Range(0, cells)], equation);
        }

        return system;
    }

    private static long[] Unit(int cells, int cell) => [.. Enumerable.Range(0, cells).Select(i => i == cell ? 1L : 0L)];
}
