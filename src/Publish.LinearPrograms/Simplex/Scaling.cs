namespace Publish.LinearPrograms.Simplex;

/// <summary>
/// Factors for rows and columns that bring the coefficients near 1: geometric means, a few times in turn, rounded to
/// powers of two so that scaling itself rounds nothing (Maros 2003, ch. 7). Programmes of 0 and ±1 stay as they are.
/// </summary>
internal sealed class Scaling
{
    private const int Passes = 4;

    public Scaling(LinearProgram program)
    {
        Rows = new double[program.RowCount];
        Columns = new double[program.VariableCount];
        Array.Fill(Rows, 1);
        Array.Fill(Columns, 1);
        for (var pass = 0; pass < Passes; pass++)
        {
            Balance(Rows, program, entry => entry.Row, entry => Columns[entry.Variable]);
            Balance(Columns, program, entry => entry.Variable, entry => Rows[entry.Row]);
        }

        Round(Rows);
        Round(Columns);
    }

    /// <summary>What each row is multiplied by.</summary>
    public double[] Rows { get; }

    /// <summary>What each column is multiplied by; the variable itself is divided by it.</summary>
    public double[] Columns { get; }

    /// <summary>What an objective is multiplied by, that its coefficients lie around 1.</summary>
    public double CostFactor(LinearProgram program)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            var cost = Math.Abs(program.Cost(variable)) * Columns[variable];
            if (cost > 0)
            {
                (least, most) = (Math.Min(least, cost), Math.Max(most, cost));
            }
        }

        return most == 0 ? 1 : PowerOfTwo(1 / (Math.Sqrt(least) * Math.Sqrt(most)));
    }

    private static void Balance(
        double[] factors, LinearProgram program, Func<LinearProgramEntry, int> line, Func<LinearProgramEntry, double> other)
    {
        var least = new double[factors.Length];
        var most = new double[factors.Length];
        foreach (var entry in program.Entries)
        {
            var value = Math.Abs(entry.Coefficient) * other(entry);
            var index = line(entry);
            least[index] = least[index] == 0 ? value : Math.Min(least[index], value);
            most[index] = Math.Max(most[index], value);
        }

        for (var index = 0; index < factors.Length; index++)
        {
            factors[index] = most[index] == 0 ? 1 : 1 / (Math.Sqrt(least[index]) * Math.Sqrt(most[index]));
        }
    }

    private static void Round(double[] factors)
    {
        for (var index = 0; index < factors.Length; index++)
        {
            factors[index] = PowerOfTwo(factors[index]);
        }
    }

    private static double PowerOfTwo(double value) =>
        double.IsFinite(value) && value > 0 ? Math.ScaleB(1, (int)Math.Clamp(Math.Round(Math.Log2(value)), -200, 200)) : 1;
}
