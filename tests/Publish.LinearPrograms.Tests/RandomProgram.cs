namespace Publish.LinearPrograms.Tests;

/// <summary>Programmes of many kinds from a seed: the same seed, the same programme.</summary>
internal static class RandomProgram
{
    public const int Kinds = 6;

    public static LinearProgram Of(int seed)
    {
        var random = new Random(seed);
        return (seed % Kinds) switch
        {
            0 => Mixed(random, random.Next(1, 8), random.Next(1, 8), 0.8),
            1 => Mixed(random, random.Next(5, 40), random.Next(5, 40), 0.2),
            2 => Degenerate(random, random.Next(2, 7), random.Next(2, 7)),
            3 => Table(random, random.Next(2, 8), random.Next(2, 8)),
            4 => Covering(random, random.Next(5, 30), random.Next(5, 30)),
            _ => BadlyScaled(random, random.Next(2, 12), random.Next(2, 12)),
        };
    }

    /// <summary>Whether the programme of a seed has coefficients of very different sizes.</summary>
    public static bool IsBadlyScaled(int seed) => seed % Kinds == Kinds - 1;

    /// <summary>Whole coefficients and every kind of bound: often infeasible or unbounded.</summary>
    public static LinearProgram Mixed(Random random, int variables, int rows, double density)
    {
        var program = new LinearProgram { IsMaximised = random.Next(2) == 0 };
        for (var variable = 0; variable < variables; variable++)
        {
            var (lower, upper) = Bounds(random, 10);
            program.AddVariable(lower, upper, random.Next(-5, 6));
        }

        for (var row = 0; row < rows; row++)
        {
            AddMixedRow(program, random, density);
        }

        return program;
    }

    public static void AddMixedRow(LinearProgram program, Random random, double density)
    {
        int[] columns = [.. Enumerable.Range(0, program.VariableCount).Where(_ => random.NextDouble() < density)];
        var (lower, upper) = Bounds(random, 25);
        program.AddRow(lower, upper, columns, [.. columns.Select(_ => (double)random.Next(-4, 5))]);
    }

    public static (double Lower, double Upper) Bounds(Random random, int size)
    {
        var (a, b) = (random.Next(-size, size), random.Next(0, size));
        return random.Next(6) switch
        {
            0 => (double.NegativeInfinity, a),
            1 => (a, double.PositiveInfinity),
            2 => (double.NegativeInfinity, double.PositiveInfinity),
            3 => (a, a),
            4 => (0, b),
            _ => (a, a + b),
        };
    }

    /// <summary>An assignment problem: every basis is degenerate many times over.</summary>
    private static LinearProgram Degenerate(Random random, int rows, int columns)
    {
        var program = new LinearProgram();
        for (var cell = 0; cell < rows * columns; cell++)
        {
            program.AddVariable(0, double.PositiveInfinity, random.Next(1, 4));
        }

        for (var row = 0; row < rows; row++)
        {
            Sum(program, [.. Enumerable.Range(0, columns).Select(column => row * columns + column)], columns);
        }

        for (var column = 0; column < columns; column++)
        {
            Sum(program, [.. Enumerable.Range(0, rows).Select(row => row * columns + column)], rows);
        }

        return program;
    }

    /// <summary>What an intruder solves: a table with its margins, of which some cells are known.</summary>
    private static LinearProgram Table(Random random, int rows, int columns)
    {
        var program = new LinearProgram { IsMaximised = random.Next(2) == 0 };
        var target = random.Next(rows * columns);
        for (var cell = 0; cell < rows * columns; cell++)
        {
            var (value, isKnown) = (random.Next(0, 1000), random.Next(2) == 0);
            program.AddVariable(isKnown ? 0 : -value, isKnown ? 0 : double.PositiveInfinity, cell == target ? 1 : 0);
        }

        for (var row = 0; row < rows; row++)
        {
            Sum(program, [.. Enumerable.Range(0, columns).Select(column => row * columns + column)], 0);
        }

        for (var column = 0; column < columns; column++)
        {
            Sum(program, [.. Enumerable.Range(0, rows).Select(row => row * columns + column)], 0);
        }

        return program;
    }

    /// <summary>The relaxation of a covering problem, as cutting planes make them.</summary>
    private static LinearProgram Covering(Random random, int variables, int rows)
    {
        var program = new LinearProgram();
        for (var variable = 0; variable < variables; variable++)
        {
            program.AddVariable(0, random.Next(8) == 0 ? 0 : 1, random.Next(1, 1000) / 8.0);
        }

        for (var row = 0; row < rows; row++)
        {
            int[] columns = [.. Enumerable.Range(0, variables).Where(_ => random.Next(3) == 0)];
            program.AddRow(random.Next(1, 3), double.PositiveInfinity, columns, [.. columns.Select(_ => random.Next(1, 16) / 8.0)]);
        }

        return program;
    }

    /// <summary>Coefficients, bounds and costs over eight powers of ten, in programmes that have an answer.</summary>
    private static LinearProgram BadlyScaled(Random random, int variables, int rows)
    {
        var program = new LinearProgram();
        var values = new double[variables];
        for (var variable = 0; variable < variables; variable++)
        {
            var size = Math.Pow(10, random.Next(-4, 5));
            values[variable] = random.Next(0, 10) * size;
            program.AddVariable(0, 20 * size, random.Next(-9, 10) / size);
        }

        for (var row = 0; row < rows; row++)
        {
            int[] columns = [.. Enumerable.Range(0, variables).Where(_ => random.Next(2) == 0)];
            double[] coefficients = [.. columns.Select(_ => random.Next(-9, 10) * Math.Pow(10, random.Next(-2, 3)))];
            var value = columns.Zip(coefficients).Sum(pair => values[pair.First] * pair.Second);
            program.AddRow(value - Math.Abs(value) / 8, double.PositiveInfinity, columns, coefficients);
        }

        return program;
    }

    private static void Sum(LinearProgram program, int[] variables, double total) =>
        program.AddRow(total, total, variables, [.. variables.Select(_ => 1.0)]);
}
