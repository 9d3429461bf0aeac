using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Optimal;

/// <summary>
/// The cheapest way to fulfil all cuts found so far if cells could be suppressed in part: a linear programme with a variable
/// for every open cell. Cuts that have not mattered for long are put aside.
/// </summary>
internal sealed class MasterProgram
{
    private const long MostIterations = 50_000;

    /// <summary>Solutions in a row in which a cut may be slack before it is put aside.</summary>
    private const int MostIdle = 12;
    private const double Slack = 1e-6;

    /// <summary>Above it a number is not taken for whole: sums of such would not be exact.</summary>
    private const double MostWhole = 1e12;
    private readonly double[] _costs;
    private readonly int[] _openCells;
    private readonly int[] _variableOf;
    private readonly double[] _start;
    private List<(CoverCut Cut, int Idle)> _cuts = [];
    private LinearProgram _program = null!;
    private SimplexSolver _solver = null!;

    /// <param name="choices">What may be done with each cell.</param>
    /// <param name="costs">What suppressing each costs.</param>
    public MasterProgram(CellChoice[] choices, double[] costs)
    {
        _costs = costs;
        _openCells = [.. Enumerable.Range(0, choices.Length).Where(cell => choices[cell] == CellChoice.Open)];
        _variableOf = new int[choices.Length];
        Array.Fill(_variableOf, -1);
        for (var variable = 0; variable < _openCells.Length; variable++)
        {
            _variableOf[_openCells[variable]] = variable;
        }

        _start = Array.ConvertAll(choices, choice => choice is CellChoice.Suppressed or CellChoice.Free ? 1.0 : 0);
        AreCostsWhole = Array.TrueForAll(_openCells, cell => costs[cell] == Math.Floor(costs[cell]) && costs[cell] < MostWhole);
        Build();
    }

    /// <summary>Whether all patterns cost whole numbers.</summary>
    public bool AreCostsWhole { get; }

    /// <summary>1 for the cells that are suppressed whatever is decided, 0 for the others.</summary>
    public double[] Always => _start;

    /// <summary>The cells that the search decides about.</summary>
    public IReadOnlyList<int> OpenCells => _openCells;

    /// <summary>Iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>A bound, or the next whole number where all patterns cost whole ones.</summary>
    /// <param name="bound">What no pattern costs less than.</param>
    public double Rounded(double bound) => AreCostsWhole ? Math.Ceiling(bound - Slack) : bound;

    /// <summary>Fixes a cell, or frees it.</summary>
    /// <param name="cell">An open cell.</param>
    /// <param name="lower">0 or 1.</param>
    /// <param name="upper">0 or 1.</param>
    public void SetBounds(int cell, double lower, double upper) => _program.SetBounds(_variableOf[cell], lower, upper);

    /// <summary>The bounds of an open cell.</summary>
    /// <param name="cell">The cell.</param>
    public (double Lower, double Upper) Bounds(int cell) => _program.Bounds(_variableOf[cell]);

    /// <summary>Takes another cut.</summary>
    /// <param name="cut">The cut.</param>
    public void Add(CoverCut cut)
    {
        _cuts.Add((cut, 0));
        AddRow(cut);
    }

    /// <summary>Solves it.</summary>
    /// <returns>
    /// How much of each cell is suppressed, and a cost that no solution within the bounds goes below, proven beyond
    /// rounding: +∞ where there is none; no solution where the solver gave up.
    /// </returns>
    public (double[]? Suppressed, double Bound) Solve()
    {
        var solution = _solver.Solve(MostIterations);
        Iterations += solution.Iterations;
        if (solution.Status == LinearProgramStatus.Infeasible && CertificateCheck.ProvesInfeasible(_program, solution.RowDuals))
        {
            return (null, double.PositiveInfinity);
        }

        if (solution.Status != LinearProgramStatus.Optimal)
        {
            return (null, double.NegativeInfinity);
        }

        var suppressed = (double[])_start.Clone();
        for (var variable = 0; variable < _openCells.Length; variable++)
        {
            suppressed[_openCells[variable]] = Math.Clamp(solution.Values[variable], 0, 1);
        }

        var bound = CertificateCheck.ObjectiveBound(_program, solution.RowDuals);
        PutAside(suppressed);
        return (suppressed, bound);
    }

    /// <summary>Puts cuts aside once there are many that have not mattered for long.</summary>
    private void PutAside(double[] suppressed)
    {
        _cuts = [.. _cuts.Select(one => (one.Cut, one.Cut.Violation(suppressed) < -Slack ? one.Idle + 1 : 0))];
        var idle = _cuts.Count(one => one.Idle > MostIdle);
        if (idle > 50 && idle > _cuts.Count / 4)
        {
            _cuts.RemoveAll(one => one.Idle > MostIdle);
            Build();
        }
    }

    private void Build()
    {
        var old = _program;
        _program = new LinearProgram();
        for (var variable = 0; variable < _openCells.Length; variable++)
        {
            var (lower, upper) = old?.Bounds(variable) ?? (0, 1);
            _program.AddVariable(lower, upper, _costs[_openCells[variable]]);
        }

        _cuts.ForEach(one => AddRow(one.Cut));
        _solver = new SimplexSolver(_program);
    }

    private void AddRow(CoverCut cut)
    {
        var variables = cut.Cells.Select(cell => _variableOf[cell]);
        IEnumerable<double> coefficients = cut.Coefficients;
        if (cut.Of >= 0)
        {
            (variables, coefficients) = (variables.Append(_variableOf[cut.Of]), coefficients.Append(-1));
        }

        _program.AddRow(cut.Of < 0 ? 1 : 0, double.PositiveInfinity, [.. variables], [.. coefficients]);
    }
}
