namespace Publish.LinearPrograms.Simplex;

/// <summary>The bounds and costs of the programme as scaled, of variables and activities; never loosened or shifted.</summary>
internal sealed class ScaledNumbers(int variableCount, int rowCount)
{
    public double[] Lower { get; } = new double[variableCount + rowCount];

    public double[] Upper { get; } = new double[variableCount + rowCount];

    public double[] Costs { get; } = new double[variableCount + rowCount];

    /// <summary>What the objective is multiplied by, that it is to be minimised and its coefficients lie around 1.</summary>
    public double CostFactor { get; private set; } = 1;

    /// <summary>Takes bounds and costs from the programme.</summary>
    public void Take(LinearProgram program, Scaling scaling)
    {
        CostFactor = (program.IsMaximised ? -1 : 1) * scaling.CostFactor(program);
        for (var variable = 0; variable < variableCount; variable++)
        {
            var (lower, upper) = program.Bounds(variable);
            var factor = scaling.Columns[variable];
            (Lower[variable], Upper[variable]) = (lower / factor, upper / factor);
            Costs[variable] = program.Cost(variable) * factor * CostFactor;
        }

        for (var row = 0; row < rowCount; row++)
        {
            var (lower, upper) = program.RowBounds(row);
            var factor = scaling.Rows[row];
            (Lower[variableCount + row], Upper[variableCount + row]) = (lower * factor, upper * factor);
        }
    }
}
