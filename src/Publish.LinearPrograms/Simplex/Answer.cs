namespace Publish.LinearPrograms.Simplex;

/// <summary>Reads a solution off the state, in the programme's own scale and direction.</summary>
internal sealed class Answer(LinearProgram program, SimplexState state)
{
    public LinearProgramSolution Optimal() => Build(
        LinearProgramStatus.Optimal, Duals(state.RowPrices, state.CostFactor), ReducedCosts(), []);

    /// <param name="farkas">A Farkas vector of the scaled programme, by row.</param>
    public LinearProgramSolution Infeasible(ReadOnlySpan<double> farkas) =>
        Build(LinearProgramStatus.Infeasible, Duals(farkas, 1), [], []);

    public LinearProgramSolution Unfinished() => Build(LinearProgramStatus.Unfinished, new double[state.RowCount], [], []);

    /// <param name="ray">The column that can move without end, the direction it moves in, and B⁻¹ times it.</param>
    public LinearProgramSolution Unbounded((int Entering, double Direction, double[] Column) ray)
    {
        var direction = new double[state.Count];
        direction[ray.Entering] = ray.Direction;
        for (var position = 0; position < state.RowCount; position++)
        {
            direction[state.Head[position]] = -ray.Direction * ray.Column[position];
        }

        return Build(LinearProgramStatus.Unbounded, new double[state.RowCount], [], Variables(direction));
    }

    public SimplexBasis Basis() =>
        new(state.Status[..state.VariableCount], state.Status[state.VariableCount..]);

    private LinearProgramSolution Build(LinearProgramStatus status, double[] duals, double[] reducedCosts, double[] ray)
    {
        var values = Variables(state.Values);
        return new LinearProgramSolution
        {
            Status = status,
            Objective = values.Select((value, variable) => value * program.Cost(variable)).Sum(),
            Values = values,
            RowDuals = duals,
            ReducedCosts = reducedCosts,
            Ray = ray,
            Basis = Basis(),
            Iterations = state.Iterations,
        };
    }

    private double[] Variables(double[] scaled)
    {
        var values = new double[state.VariableCount];
        for (var variable = 0; variable < values.Length; variable++)
        {
            values[variable] = scaled[variable] * state.Scaling.Columns[variable];
        }

        return values;
    }

    private double[] Duals(ReadOnlySpan<double> scaled, double factor)
    {
        var duals = new double[state.RowCount];
        for (var row = 0; row < duals.Length; row++)
        {
            duals[row] = scaled[row] * state.Scaling.Rows[row] / factor;
        }

        return duals;
    }

    private double[] ReducedCosts()
    {
        var reduced = new double[state.VariableCount];
        for (var variable = 0; variable < reduced.Length; variable++)
        {
            reduced[variable] = state.ReducedCosts[variable] / (state.Scaling.Columns[variable] * state.CostFactor);
        }

        return reduced;
    }
}
