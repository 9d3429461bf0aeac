namespace Publish.LinearPrograms.Tests;

public class GlpsolTests
{
    private const int Programs = 3000;
    private const double Tolerance = 1e-6;

    // Costs are met to 1e-9 after scaling, which is more than that in the units of a badly scaled programme.
    private const double BadlyScaledTolerance = 1e-5;

    [GlpsolFact]
    public void Thousands_of_random_programmes_of_all_kinds_have_the_answers_of_glpsol()
    {
        var statuses = new int[4];
        Parallel.For(0, Programs, seed =>
        {
            var program = RandomProgram.Of(seed);
            Interlocked.Increment(ref statuses[(int)Agrees(
                program, Verified.Solve(program), $"seed {seed}", RandomProgram.IsBadlyScaled(seed) ? BadlyScaledTolerance : Tolerance)]);
        });

        Assert.All(
            [LinearProgramStatus.Optimal, LinearProgramStatus.Infeasible, LinearProgramStatus.Unbounded],
            status => Assert.InRange(statuses[(int)status], Programs / 50, Programs));
    }

    [GlpsolFact]
    public void Larger_programmes_have_the_answers_of_glpsol() => Parallel.For(0, 30, seed =>
    {
        var program = RandomProgram.Mixed(new Random(seed), 60 + 10 * seed, 40 + 8 * seed, 0.03);
        Agrees(program, Verified.Solve(program), $"seed {seed}");
    });

    [GlpsolFact]
    public void After_changes_of_every_kind_the_answers_are_still_those_of_glpsol() => Parallel.For(0, 100, seed =>
    {
        var random = new Random(seed);
        var program = RandomProgram.Mixed(random, random.Next(3, 15), random.Next(1, 5), 0.5);
        var solver = new SimplexSolver(program);
        for (var change = 0; change < 8; change++)
        {
            Agrees(program, Verified.Check(program, solver.Solve()), $"seed {seed}, change {change}");
            Change(program, random);
        }
    });

    private static void Change(LinearProgram program, Random random)
    {
        var (variable, row) = (random.Next(program.VariableCount), random.Next(program.RowCount));
        var (lower, upper) = RandomProgram.Bounds(random, 10);
        switch (random.Next(6))
        {
            case 0:
                program.AddVariable(lower, upper, random.Next(-5, 6), [row], [random.Next(1, 4)]);
                break;
            case 1:
                program.SetBounds(variable, lower, upper);
                break;
            case 2:
                program.SetRowBounds(row, lower, upper);
                break;
            case 3:
                program.SetCost(variable, random.Next(-5, 6));
                break;
            case 4:
                program.IsMaximised = !program.IsMaximised;
                break;
            default:
                RandomProgram.AddMixedRow(program, random, 0.5);
                break;
        }
    }

    private static LinearProgramStatus Agrees(
        LinearProgram program, LinearProgramSolution solution, string where, double tolerance = Tolerance)
    {
        var (status, objective) = Glpsol.Solve(program, isExact: program.VariableCount <= 12);
        Assert.True(status == solution.Status, $"{where}: {solution.Status}, glpsol says {status}");
        if (status == LinearProgramStatus.Optimal)
        {
            var size = solution.Values.Select((value, variable) => Math.Abs(value * program.Cost(variable))).Sum();
            Assert.True(
                Math.Abs(objective - solution.Objective) <= tolerance * (1 + Math.Abs(objective) + size),
                $"{where}: {solution.Objective}, glpsol says {objective}");
        }

        return status;
    }
}
