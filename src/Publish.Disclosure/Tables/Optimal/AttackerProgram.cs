using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// What an attacker can reach when cells may change as much as a pattern lets them: the greatest part of its amount, at
/// most 1, by a linear programme that goes on from where the last pattern left it.
/// </summary>
/// <remarks>
/// Fischetti and Salazar, <em>Management Science</em> 47 (2001), the attacker's subproblems, in units of the amount. Cells
/// suppressed in part, in which the master programme deals, may change by that part of the amount: a cut that stands
/// against that is found even where nothing bounds the cell itself.
/// </remarks>
internal sealed class AttackerProgram
{
    /// <summary>Beyond it the attacker counts as not answered, which is the cautious side.</summary>
    private const long MostIterations = 20_000;

    /// <summary>A cell of which so much is suppressed is taken to be so altogether.</summary>
    private const double Whole = 1 - 1e-9;

    /// <summary>
    /// No column changes by more, in units of the amount. Tables that do are nothing one needs; bounds far above them would
    /// drown the amount in rounding errors. The cuts know nothing of this.
    /// </summary>
    public const double MostUnits = 1_000;
    private readonly AttackerSystem _system;
    private readonly Attacker _attacker;
    private readonly LinearProgram _program = new() { IsMaximised = true };
    private SimplexSolver? _solver;
    private (int Column, double Change)[] _witness = [];

    public AttackerProgram(AttackerSystem system, Attacker attacker)
    {
        (_system, _attacker) = (system, attacker);
        for (var column = 0; column < system.ColumnCount; column++)
        {
            var isAsked = column == attacker.Cell;
            _program.AddVariable(
                column < system.CellCount ? 0 : -Math.Min(MostUnits, system.Lower(attacker, column)),
                column < system.CellCount ? 0 : MostUnits,
                isAsked ? attacker.Sign : 0);
        }

        foreach (var (columns, coefficients) in system.Rows)
        {
            _program.AddRow(0, 0, columns, Array.ConvertAll(coefficients, coefficient => (double)coefficient));
        }
    }

    /// <summary>The attacker.</summary>
    public Attacker Attacker => _attacker;

    /// <summary>The dual value of each row, from the last answer.</summary>
    public double[] Duals { get; private set; } = [];

    /// <summary>Where the first answer is sought from: another attacker's basis, or <see langword="null"/> for none.</summary>
    public SimplexBasis? Start { get; set; }

    /// <summary>The basis of the last answer.</summary>
    public SimplexBasis? Basis { get; private set; }

    /// <summary>The iterations of the last answer.</summary>
    public long Iterations { get; private set; }

    /// <summary>The change by which the amount was last reached.</summary>
    public Witness Witness => new(
        Array.ConvertAll(_witness, entry => entry.Column),
        Array.ConvertAll(_witness, entry => entry.Change * Math.Abs((double)_attacker.Amount)));

    /// <summary>True when the last tables that reached the amount are possible still.</summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    public bool IsStillReached(double[] suppressed)
    {
        foreach (var (column, change) in _witness)
        {
            var (lower, upper) = Bounds(column, suppressed[column]);
            if (change < lower - 1e-9 || change > upper + 1e-9)
            {
                return false;
            }
        }

        return _witness.Length > 0;
    }

    /// <summary>True when the last tables that reached the amount change a cell.</summary>
    /// <param name="cell">The cell.</param>
    public bool Uses(int cell) => _witness.Any(entry => entry.Column == cell);

    /// <summary>The part of the amount that can be reached, from 0 to 1; 0 where that was not found out.</summary>
    /// <param name="suppressed">How much of each cell is suppressed, from 0 to 1.</param>
    public double Reach(double[] suppressed)
    {
        for (var cell = 0; cell < _system.CellCount; cell++)
        {
            var (lower, upper) = Bounds(cell, suppressed[cell]);
            _program.SetBounds(cell, lower, upper);
        }

        var solution = (_solver ??= new SimplexSolver(_program, Start)).Solve(MostIterations);
        Basis = solution.Basis;
        Iterations = solution.Iterations;
        Duals = solution.RowDuals;
        if (solution.Status != LinearProgramStatus.Optimal)
        {
            return 0;
        }

        if (solution.Objective >= Whole)
        {
            _witness = [.. solution.Values.Take(_system.CellCount)
                .Select((change, cell) => (cell, change)).Where(entry => Math.Abs(entry.change) > 1e-9)];
        }

        return solution.Objective;
    }

    private (double Lower, double Upper) Bounds(int cell, double suppressed)
    {
        if (suppressed <= 0)
        {
            return (0, 0);
        }

        if (cell == _attacker.Cell)
        {
            return _attacker.Sign > 0 ? (0, Math.Min(1, suppressed)) : (-Math.Min(1, suppressed), 0);
        }

        var lower = _system.Lower(_attacker, cell);
        return suppressed >= Whole ? (-Math.Min(MostUnits, lower), MostUnits) : (-Math.Min(1, lower) * suppressed, suppressed);
    }
}
