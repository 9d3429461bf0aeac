using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// The least change of one component, in the sum of its magnitudes, by which a cell differs from its value by an amount,
/// everything published staying as it is. It goes on from where the last answer left it.
/// </summary>
/// <remarks>
/// Everything is in multiples of a grain: bounds are rounded to it towards 0, and the amount away from it, so that a
/// corner of the programme, whose fractions have small denominators, becomes whole.
/// </remarks>
internal sealed class ChangeProgram
{
    /// <summary>What cells need at most in any table that people publish; beyond it there is no answer.</summary>
    private const long MostIterations = 20_000;
    private readonly IntervalSystem _system;
    private readonly int[] _variables;
    private readonly int[] _rows;
    private readonly Dictionary<int, int> _placeOf;
    private readonly Dictionary<int, int> _rowOfCell = [];
    private readonly LinearProgram _program = new();
    private readonly SimplexSolver _solver;

    /// <param name="system">The whole system.</param>
    /// <param name="variables">The component's variables.</param>
    /// <param name="rows">The component's rows.</param>
    /// <param name="cells">What will be asked about: cells, as sums of variables.</param>
    public ChangeProgram(
        IntervalSystem system, int[] variables, int[] rows, IReadOnlyDictionary<int, (int Variable, int Coefficient)[]> cells)
    {
        (_system, _variables, _rows) = (system, variables, rows);
        _placeOf = variables.Index().ToDictionary(variable => variable.Item, variable => variable.Index);
        foreach (var variable in variables)
        {
            // Gain and loss, so that either costs: short changes are whole more often than long ones.
            _program.AddVariable(0, double.PositiveInfinity, 1);
            _program.AddVariable(0, -(double)system.Lowers[variable], 1);
        }

        foreach (var row in rows)
        {
            Add(system.Rows[row], system.RowLowers[row] is { } lower ? (double)lower : 0, system.RowLowers[row] is null ? 0 : double.PositiveInfinity);
        }

        foreach (var (cell, entries) in cells.OrderBy(cell => cell.Key))
        {
            _rowOfCell.Add(cell, Add(entries, double.NegativeInfinity, double.PositiveInfinity));
        }

        _solver = new SimplexSolver(_program);
    }

    /// <summary>Iterations so far; beginning counts as one.</summary>
    public long Iterations { get; private set; }

    /// <summary>What changes are multiples of.</summary>
    public Int128 Grain { get; private set; } = 1;

    /// <summary>The place of a variable among the component's.</summary>
    /// <param name="variable">The variable.</param>
    public int PlaceOf(int variable) => _placeOf[variable];

    /// <summary>Changes a cell by an amount.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="amount">The amount, below 0 for less.</param>
    /// <returns>The change of each variable in grains, or <see langword="null"/> where none was found.</returns>
    public double[]? Solve(int cell, Int128 amount)
    {
        var (row, grains) = (_rowOfCell[cell], Int128.Sign(amount) * (double)((Int128.Abs(amount) + Grain - 1) / Grain));
        _program.SetRowBounds(row, grains, grains);
        var solution = _solver.Solve(MostIterations);
        _program.SetRowBounds(row, double.NegativeInfinity, double.PositiveInfinity);
        Iterations += 1 + solution.Iterations;
        return solution.Status == LinearProgramStatus.Optimal
            ? [.. solution.Values.Chunk(2).Select(parts => parts[0] - parts[1])] : null;
    }

    /// <summary>Takes another grain, and lets go of all that was held.</summary>
    /// <param name="grain">The grain, at least 1.</param>
    public void TakeGrain(Int128 grain)
    {
        Grain = grain;
        for (var place = 0; place < _variables.Length; place++)
        {
            _program.SetBounds(2 * place, 0, double.PositiveInfinity);
            _program.SetBounds(2 * place + 1, 0, -(double)(_system.Lowers[_variables[place]] / grain));
        }

        for (var row = 0; row < _rows.Length; row++)
        {
            if (_system.RowLowers[_rows[row]] is { } lower)
            {
                _program.SetRowBounds(row, (double)(lower / grain), double.PositiveInfinity);
            }
        }
    }

    /// <summary>Holds a variable at a change that is possible.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="grains">The change, whole.</param>
    public void Hold(int place, double grains)
    {
        _program.SetBounds(2 * place, Math.Max(0, grains), Math.Max(0, grains));
        _program.SetBounds(2 * place + 1, Math.Max(0, -grains), Math.Max(0, -grains));
    }

    private int Add((int Variable, int Coefficient)[] entries, double lower, double upper) => _program.AddRow(
        lower,
        upper,
        [.. entries.SelectMany(entry => new[] { 2 * _placeOf[entry.Variable], 2 * _placeOf[entry.Variable] + 1 })],
        [.. entries.SelectMany(entry => new double[] { entry.Coefficient, -entry.Coefficient })]);
}
