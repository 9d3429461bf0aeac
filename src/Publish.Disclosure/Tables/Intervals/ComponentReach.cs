using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// Asks of one component whether a cell can differ from its value by an amount, everything published staying as it is:
/// a linear programme without an objective, solved from where the last one left off.
/// </summary>
internal sealed class ComponentReach
{
    /// <summary>By how much a row of real numbers may be off, relative to the numbers in it.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>What cells need at most in any table that people publish; beyond it the cell counts as not proven.</summary>
    private const long MostIterations = 20_000;
    private readonly IntervalSystem _system;
    private readonly int[] _variables;
    private readonly int[] _rows;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly Dictionary<int, int> _rowOfCell = [];
    private readonly LinearProgram _program = new();
    private readonly SimplexSolver _solver;

    /// <param name="system">The whole system.</param>
    /// <param name="variables">The component's variables.</param>
    /// <param name="rows">The component's rows.</param>
    /// <param name="cells">What will be asked about: cells, as sums of variables.</param>
    public ComponentReach(
        IntervalSystem system, int[] variables, int[] rows, IReadOnlyDictionary<int, (int Variable, int Coefficient)[]> cells)
    {
        (_system, _variables, _rows) = (system, variables, rows);
        foreach (var variable in variables)
        {
            _columnOf.Add(variable, _program.AddVariable((double)system.Lowers[variable], double.PositiveInfinity, 0));
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

    /// <summary>Tries to change a cell by an amount.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="amount">The amount, below 0 for less.</param>
    /// <param name="isWhole">Whether only whole numbers are possible.</param>
    /// <returns>How that was shown to be possible, or that it was not.</returns>
    public CellProof Reaches(int cell, Int128 amount, bool isWhole)
    {
        var row = _rowOfCell[cell];
        _program.SetRowBounds(row, (double)amount, (double)amount);
        var solution = _solver.Solve(MostIterations);
        _program.SetRowBounds(row, double.NegativeInfinity, double.PositiveInfinity);
        if (solution.Status != LinearProgramStatus.Optimal)
        {
            return CellProof.None;
        }

        return IsExact(solution.Values) ? new CellProof(IntervalProof.FeasiblePair, [Changes(solution.Values)])
            : !isWhole && IsNear(solution.Values) ? new CellProof(IntervalProof.LinearProgram, [])
            : CellProof.None;
    }

    private (int Item, Int128 Change)[] Changes(double[] values) =>
    [
        .. _variables
            .Select(variable => (Item: _system.ItemOf(variable), Change: (Int128)Math.Round(values[_columnOf[variable]])))
            .Where(change => change.Change != 0),
    ];

    private int Add((int Variable, int Coefficient)[] entries, double lower, double upper) => _program.AddRow(
        lower,
        upper,
        [.. entries.Select(entry => _columnOf[entry.Variable])],
        [.. entries.Select(entry => (double)entry.Coefficient)]);

    /// <summary>True when the nearest whole numbers are possible: then nothing is left to rounding.</summary>
    private bool IsExact(double[] values)
    {
        const double MostExact = 1L << 52;
        if (values.Any(value => Math.Abs(value) > MostExact || Math.Abs(value - Math.Round(value)) > 1e-6))
        {
            return false;
        }

        var whole = Array.ConvertAll(values, value => (Int128)Math.Round(value));
        return _variables.All(variable => whole[_columnOf[variable]] >= _system.Lowers[variable])
            && _rows.All(row =>
            {
                var sum = _system.Rows[row].Aggregate((Int128)0, (sum, entry) => sum + entry.Coefficient * whole[_columnOf[entry.Variable]]);
                return _system.RowLowers[row] is { } lower ? sum >= lower : sum == 0;
            });
    }

    private bool IsNear(double[] values) =>
        _variables.All(variable =>
            values[_columnOf[variable]] >= (double)_system.Lowers[variable] * (1 + Tolerance) - Tolerance)
        && _rows.All(row =>
        {
            var (sum, size) = (0.0, 1.0);
            foreach (var (variable, coefficient) in _system.Rows[row])
            {
                sum += coefficient * values[_columnOf[variable]];
                size += Math.Abs(coefficient * values[_columnOf[variable]]);
            }

            return _system.RowLowers[row] is { } lower ? sum >= (double)lower - Tolerance * size : Math.Abs(sum) <= Tolerance * size;
        });
}
