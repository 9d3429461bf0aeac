namespace Publish.LinearPrograms.Tests;

public class SimplexSolverTests
{
    [Fact]
    public void The_textbook_example_has_its_answer()
    {
        // Chvátal, Linear Programming (1983), p. 13: max 5x + 4y + 3z has 13 at (2, 0, 1).
        var program = new LinearProgram { IsMaximised = true };
        Array.ForEach([5.0, 4.0, 3.0], cost => program.AddVariable(0, double.PositiveInfinity, cost));
        program.AddRow(double.NegativeInfinity, 5, [0, 1, 2], [2, 3, 1]);
        program.AddRow(double.NegativeInfinity, 11, [0, 1, 2], [4, 1, 2]);
        program.AddRow(double.NegativeInfinity, 8, [0, 1, 2], [3, 4, 2]);

        var solution = Verified.Solve(program);

        Assert.Equal(13, solution.Objective, 1e-9);
        Assert.Equal([2, 0, 1], solution.Values.Select(value => Math.Round(value, 9)));
        Assert.Equal([1, 0, 1], solution.RowDuals.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void Random_programmes_stop_at_bases_that_are_exactly_optimal()
    {
        var optimal = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            // Whole numbers: what is optimal within tolerances is so exactly. Of the kinds left out, one is not whole.
            var program = RandomProgram.Of(seed % RandomProgram.Kinds is 1 or 5 ? seed + 1 : seed);
            var solution = Verified.Solve(program);
            if (solution.Status == LinearProgramStatus.Optimal)
            {
                Assert.True(new ExactBasis(program, solution.Basis).IsOptimal(), $"seed {seed}");
                optimal++;
            }
        }

        Assert.InRange(optimal, 200, 600);
    }

    [Fact]
    public void The_same_programme_has_the_same_answer_to_the_last_bit() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        var (first, second) = (new SimplexSolver(RandomProgram.Of(seed)).Solve(), new SimplexSolver(RandomProgram.Of(seed)).Solve());

        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.RowDuals, second.RowDuals);
        Assert.Equal(first.Iterations, second.Iterations);
    });

    [Fact]
    public void A_solver_that_may_not_work_says_that_it_is_unfinished()
    {
        var program = RandomProgram.Mixed(new Random(1), 60, 40, 0.2);

        var solution = new SimplexSolver(program).Solve(workLimit: 1);

        Assert.Equal(LinearProgramStatus.Unfinished, solution.Status);
    }

    [Fact]
    public void An_optimal_basis_needs_no_further_iteration()
    {
        var (program, solution) = Enumerable.Range(0, 100)
            .Select(RandomProgram.Of)
            .Select(program => (program, new SimplexSolver(program).Solve()))
            .First(pair => pair.Item2 is { Status: LinearProgramStatus.Optimal, Iterations: > 5 });

        var again = new SimplexSolver(program, solution.Basis).Solve();

        Assert.Equal(LinearProgramStatus.Optimal, again.Status);
        Assert.Equal(0, again.Iterations);
        Assert.Equal(solution.Objective, again.Objective, 1e-9);
    }

    [Fact]
    public void A_singular_basis_to_start_from_is_mended_and_leads_to_the_same_optimum() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        // Two columns of a programme are the same, and both are said to be basic.
        var program = RandomProgram.Of(seed);
        int[] rows = [.. program.Entries.Where(entry => entry.Variable == 0).Select(entry => entry.Row)];
        double[] coefficients = [.. program.Entries.Where(entry => entry.Variable == 0).Select(entry => entry.Coefficient)];
        var twin = program.AddVariable(0, 1, program.Cost(0), rows, coefficients);
        var basis = new SimplexBasis(
            [.. Enumerable.Range(0, program.VariableCount).Select(variable => variable == 0 || variable == twin ? BasisStatus.Basic : BasisStatus.AtLower)],
            [.. Enumerable.Range(0, program.RowCount).Select(row => row < 2 ? BasisStatus.AtLower : BasisStatus.Basic)]);

        var fresh = Verified.Solve(program);
        var solver = new SimplexSolver(program, basis);
        var mended = Verified.Check(program, solver.Solve());

        Assert.Equal(fresh.Status, mended.Status);
        if (fresh.Status == LinearProgramStatus.Optimal)
        {
            var size = fresh.Values.Select((value, variable) => Math.Abs(value * program.Cost(variable))).Sum();
            Assert.Equal(fresh.Objective, mended.Objective, 1e-6 * (1 + size));
        }
    });

    [Fact]
    public void A_programme_without_rows_or_variables_is_optimal() =>
        Assert.Equal(LinearProgramStatus.Optimal, Verified.Solve(new LinearProgram()).Status);

    [Fact]
    public void Numbers_out_of_place_are_refused()
    {
        var program = new LinearProgram();
        program.AddVariable(0, 1, 1);

        Assert.Throws<ArgumentException>(() => program.AddVariable(2, 1, 0));
        Assert.Throws<ArgumentException>(() => program.AddVariable(double.NaN, 1, 0));
        Assert.Throws<ArgumentException>(() => program.AddVariable(0, 1, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => program.SetBounds(0, double.PositiveInfinity, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [1], [1]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [0, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [0], [double.NaN]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [0], []));
    }
}
