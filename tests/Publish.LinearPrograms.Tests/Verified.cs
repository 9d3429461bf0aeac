namespace Publish.LinearPrograms.Tests;

/// <summary>Solves a programme and holds the answer to its own vectors, with nothing of the solver's.</summary>
internal static class Verified
{
    private const double Tolerance = 1e-6;

    public static LinearProgramSolution Solve(LinearProgram program) => Check(program, new SimplexSolver(program).Solve());

    public static LinearProgramSolution Check(LinearProgram program, LinearProgramSolution solution)
    {
        switch (solution.Status)
        {
            case LinearProgramStatus.Optimal:
                IsFeasible(program, solution.Values);
                PricesOut(program, solution);
                break;
            case LinearProgramStatus.Unbounded:
                IsFeasible(program, solution.Values);
                IsRay(program, solution.Ray);
                break;
            case LinearProgramStatus.Infeasible:
                Assert.True(Farkas(program, solution.RowDuals) > 0, "The Farkas vector proves nothing.");
                break;
            default:
                Assert.Fail("The solver did not finish.");
                break;
        }

        return solution;
    }

    public static double[] Activities(LinearProgram program, double[] values)
    {
        var activities = new double[program.RowCount];
        foreach (var entry in program.Entries)
        {
            activities[entry.Row] += entry.Coefficient * values[entry.Variable];
        }

        return activities;
    }

    private static void IsFeasible(LinearProgram program, double[] values)
    {
        var sizes = Activities(program, [.. values.Select(Math.Abs)]);
        var activities = Activities(program, values);
        for (var row = 0; row < program.RowCount; row++)
        {
            Within(activities[row], program.RowBounds(row), Math.Abs(sizes[row]));
        }

        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            Within(values[variable], program.Bounds(variable), 0);
        }
    }

    private static void Within(double value, (double Lower, double Upper) bounds, double size)
    {
        var tolerance = Tolerance * (1 + Math.Abs(value) + size);
        Assert.InRange(value, bounds.Lower - tolerance, bounds.Upper + tolerance);
    }

    private static void PricesOut(LinearProgram program, LinearProgramSolution solution)
    {
        var reduced = new double[program.VariableCount];
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            reduced[variable] = program.Cost(variable);
        }

        foreach (var entry in program.Entries)
        {
            reduced[entry.Variable] -= solution.RowDuals[entry.Row] * entry.Coefficient;
        }

        var activities = Activities(program, solution.Values);
        var sign = program.IsMaximised ? -1 : 1;
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            Assert.Equal(reduced[variable], solution.ReducedCosts[variable], Tolerance * (1 + Math.Abs(program.Cost(variable))));
            Complements(sign * reduced[variable], solution.Values[variable], program.Bounds(variable), Math.Abs(program.Cost(variable)));
        }

        for (var row = 0; row < program.RowCount; row++)
        {
            Complements(sign * solution.RowDuals[row], activities[row], program.RowBounds(row), 1);
        }
    }

    /// <summary>A price above 0 needs the value at its lower bound, one below 0 at its upper.</summary>
    private static void Complements(double price, double value, (double Lower, double Upper) bounds, double size)
    {
        var bound = price > 0 ? bounds.Lower : bounds.Upper;
        Assert.True(
            Math.Abs(price) <= Tolerance * (1 + size) || Math.Abs(value - bound) <= 1e-5 * (1 + Math.Abs(value)),
            $"price {price}, value {value}, bounds {bounds}");
    }

    private static void IsRay(LinearProgram program, double[] ray)
    {
        var size = ray.Max(Math.Abs);
        double[] values = [.. Activities(program, ray), .. ray];
        for (var index = 0; index < values.Length; index++)
        {
            var (lower, upper) = index < program.RowCount ? program.RowBounds(index) : program.Bounds(index - program.RowCount);
            Assert.True(values[index] >= -Tolerance * size || double.IsNegativeInfinity(lower));
            Assert.True(values[index] <= Tolerance * size || double.IsPositiveInfinity(upper));
        }

        var gain = ray.Select((value, variable) => value * program.Cost(variable)).Sum();
        Assert.True(program.IsMaximised ? gain > 0 : gain < 0);
    }

    /// <summary>The least of y·r − (Aᵀ·y)·x, entries within rounding of 0 taken for 0.</summary>
    private static double Farkas(LinearProgram program, double[] farkas)
    {
        var combined = new double[program.VariableCount];
        var sizes = new double[program.VariableCount];
        foreach (var entry in program.Entries)
        {
            combined[entry.Variable] -= farkas[entry.Row] * entry.Coefficient;
            sizes[entry.Variable] += Math.Abs(farkas[entry.Row] * entry.Coefficient);
        }

        var least = 0.0;
        for (var row = 0; row < farkas.Length; row++)
        {
            least += Least(farkas[row], program.RowBounds(row), farkas.Max(Math.Abs));
        }

        for (var variable = 0; variable < combined.Length; variable++)
        {
            least += Least(combined[variable], program.Bounds(variable), sizes[variable]);
        }

        return least;
    }

    private static double Least(double factor, (double Lower, double Upper) bounds, double size) =>
        Math.Abs(factor) <= 1e-9 * size ? 0 : factor * (factor > 0 ? bounds.Lower : bounds.Upper);
}
