using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Optimal;

/// <summary>The cheapest change of the cells that reaches an attacker's amount, where a cell costs in proportion to its change.</summary>
internal sealed class LeastCostChange
{
    private const long MostIterations = 20_000;

    /// <summary>What beginning a programme takes, in iterations: its basis is factored afresh.</summary>
    private const int Start = 10;
    private readonly AttackerSystem _system;
    private readonly LinearProgram _program = new();
    private readonly SimplexSolver _solver;

    public LeastCostChange(AttackerSystem system)
    {
        _system = system;
        for (var column = 0; column < system.ColumnCount; column++)
        {
            // Gain and loss, so that either costs.
            _program.AddVariable(0, double.PositiveInfinity, 0);
            _program.AddVariable(0, double.PositiveInfinity, 0);
        }

        foreach (var (columns, coefficients) in system.Rows)
        {
            _program.AddRow(
                0,
                0,
                [.. columns.SelectMany(column => new[] { 2 * column, 2 * column + 1 })],
                [.. coefficients.SelectMany(coefficient => new double[] { coefficient, -coefficient })]);
        }

        _solver = new SimplexSolver(_program);
    }

    /// <summary>Iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>The change of each cell, in units of the attacker's amount.</summary>
    /// <param name="attacker">The attacker.</param>
    /// <param name="suppressed">What is suppressed already and changes for nothing.</param>
    /// <param name="isPublished">Whether a cell must not change.</param>
    /// <param name="costs">What suppressing the others costs.</param>
    /// <returns>The changes, or <see langword="null"/> where no change reaches the amount.</returns>
    public double[]? Of(Attacker attacker, double[] suppressed, Func<int, bool> isPublished, double[] costs)
    {
        for (var column = 0; column < _system.ColumnCount; column++)
        {
            var isCell = column < _system.CellCount;
            var cost = isCell && suppressed[column] <= 0 ? costs[column] + 1e-6 : 0;
            var stays = isCell && isPublished(column);
            _program.SetCost(2 * column, cost);
            _program.SetCost(2 * column + 1, cost);
            _program.SetBounds(2 * column, 0, stays ? 0 : AttackerProgram.MostUnits);
            _program.SetBounds(2 * column + 1, 0, stays ? 0 : Math.Min(AttackerProgram.MostUnits, _system.Lower(attacker, column)));
        }

        var (up, down) = attacker.Sign > 0 ? (1, 0) : (0, 1);
        _program.SetBounds(2 * attacker.Cell, up, up);
        _program.SetBounds(2 * attacker.Cell + 1, down, down);
        var solution = _solver.Solve(MostIterations);
        Iterations += Start + solution.Iterations;
        return solution.Status != LinearProgramStatus.Optimal
            ? null
            : [.. Enumerable.Range(0, _system.CellCount).Select(cell => solution.Values[2 * cell] - solution.Values[2 * cell + 1])];
    }
}
