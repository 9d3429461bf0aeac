namespace Publish.LinearPrograms;

/// <summary>
/// Rigorous statements about a linear programme from approximate dual vectors, in arithmetic rounded outwards. Shares
/// nothing with the solver: a wrong vector gives a weak statement, never a false one.
/// </summary>
/// <remarks>
/// Neumaier and Shcherbina, "Safe bounds in linear and mixed-integer programming", <em>Mathematical Programming</em> 99
/// (2004). For any vector y, all x and rows r = A·x within their bounds have c·x = y·r + (c − Aᵀ·y)·x, so the objective
/// is at least the sum of the least values of each term.
/// </remarks>
public static class CertificateCheck
{
    /// <summary>
    /// A bound that the objective certainly does not pass: no feasible x has less, or more where the greatest value is
    /// sought. Holds too where nothing is feasible.
    /// </summary>
    /// <param name="program">The programme.</param>
    /// <param name="rowDuals">
    /// Approximate dual values, one a row. One with a sign that its row's missing bound forbids is taken for 0.
    /// </param>
    /// <returns>
    /// The bound; −∞ (or +∞) where it proves nothing, as when a variable without bounds has a reduced cost that is not
    /// surely 0.
    /// </returns>
    public static double ObjectiveBound(LinearProgram program, ReadOnlySpan<double> rowDuals)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.IsMaximised
            ? -Least(program, variable => -program.Cost(variable), rowDuals, -1)
            : Least(program, program.Cost, rowDuals, 1);
    }

    /// <summary>Whether a Farkas vector proves beyond rounding that no x meets all bounds.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="farkas">An approximate Farkas vector, one entry a row.</param>
    /// <returns>True when it proves it.</returns>
    public static bool ProvesInfeasible(LinearProgram program, ReadOnlySpan<double> farkas)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Least(program, _ => 0, farkas, 1) > 0;
    }

    private static double Least(LinearProgram program, Func<int, double> cost, ReadOnlySpan<double> rowDuals, double sign)
    {
        if (rowDuals.Length != program.RowCount)
        {
            throw new ArgumentException("Every row has one dual value.", nameof(rowDuals));
        }

        var duals = new double[program.RowCount];
        Interval least = 0;
        for (var row = 0; row < duals.Length; row++)
        {
            var (lower, upper) = program.RowBounds(row);
            var dual = sign * rowDuals[row];
            var isUseful = double.IsFinite(dual) && double.IsFinite(dual > 0 ? lower : upper);
            duals[row] = isUseful ? dual : 0;
            least += LeastProduct(duals[row], lower, upper);
        }

        var reduced = new Interval[program.VariableCount];
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            reduced[variable] = cost(variable);
        }

        foreach (var entry in program.Entries)
        {
            reduced[entry.Variable] -= (Interval)duals[entry.Row] * entry.Coefficient;
        }

        for (var variable = 0; variable < reduced.Length; variable++)
        {
            var (lower, upper) = program.Bounds(variable);
            least += LeastProduct(reduced[variable], lower, upper);
        }

        return double.IsNaN(least.Low) ? double.NegativeInfinity : least.Low;
    }

    /// <summary>The least product of a factor within an interval and a value within bounds; only its low end matters.</summary>
    private static Interval LeastProduct(Interval factor, double lower, double upper)
    {
        var low = Math.Min((factor * lower).Low, (factor * upper).Low);
        return new Interval(low, low);
    }
}
