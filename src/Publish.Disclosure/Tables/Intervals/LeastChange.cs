using Publish.LinearPrograms;

namespace Publish.Disclosure.Tables.Intervals;

/// <summary>
/// Widens intervals in a system given by equations: for each cell that is too narrow, the tables that reach the end of
/// its interval and differ from the true ones in what costs least to suppress (Kelly, Golden and Assad, <em>Networks</em>
/// 22, 1992, for two dimensions; Fischetti and Salazar, <em>Management Science</em> 47, 2001, for any equations).
/// </summary>
internal sealed class LeastChange
{
    /// <summary>A change below this part of the amount asked for is rounding.</summary>
    private const double Negligible = 1e-7;
    private readonly SuppressionProblem _problem;
    private readonly bool[] _isSuppressed;
    private readonly int[] _shields;
    private readonly IntervalProof[] _proofs;
    private readonly Dictionary<int, CellProof> _found;

    public LeastChange(SuppressionProblem problem, SuppressionPattern start, Dictionary<int, CellProof> found)
    {
        (_problem, _found) = (problem, found);
        _isSuppressed = (bool[])start.IsSuppressed.Clone();
        _shields = (int[])start.Shields.Clone();
        _proofs = [.. start.IsSuppressed.Select(hidden => hidden ? IntervalProof.Move : IntervalProof.None)];
    }

    /// <summary>Suppresses more until every interval is wide enough.</summary>
    public SuppressionPattern Run()
    {
        var unprotected = new List<int>();
        foreach (var (cell, proof) in _found.OrderByDescending(found => _problem.Costs[found.Key]).ThenBy(found => found.Key))
        {
            _proofs[cell] = proof.Proof;
            if (proof.Proof == IntervalProof.None)
            {
                _proofs[cell] = IntervalProof.LinearProgram;
                if (!_problem.Demands.All(demand => Widen(cell, demand, demand.Upper[cell]) && Widen(cell, demand, -demand.Lower[cell])))
                {
                    _proofs[cell] = IntervalProof.None;
                    unprotected.Add(cell);
                }
            }
        }

        return new SuppressionPattern(_isSuppressed, _shields, unprotected) { Proofs = _proofs, Demands = _problem.Demands };
    }

    private bool Widen(int cell, IntervalDemand demand, Int128 amount)
    {
        if (amount == 0)
        {
            return true;
        }

        var values = _problem.System.CellValues(demand.ClassValues);
        var program = new LinearProgram();
        for (var other = 0; other < values.Length; other++)
        {
            // Gain and loss, so that either costs; what is suppressed already changes for nothing.
            var cost = _isSuppressed[other] || _problem.Roles[other] == CellRole.Hidden ? 0 : _problem.Costs[other] + 1e-6;
            var isKnown = _problem.Roles[other] == CellRole.Known;
            program.AddVariable(0, isKnown ? 0 : double.PositiveInfinity, cost);
            program.AddVariable(0, isKnown ? 0 : (double)Int128.Max(0, values[other] - (demand.Least?[other] ?? 0)), cost);
        }

        var rows = _problem.System.Rows;
        for (var row = 0; row < rows.RowCount; row++)
        {
            var entries = Enumerable.Range(rows.Starts[row], rows.Starts[row + 1] - rows.Starts[row]).ToArray();
            program.AddRow(
                0,
                0,
                [.. entries.SelectMany(entry => new[] { 2 * rows.Cells[entry], 2 * rows.Cells[entry] + 1 })],
                [.. entries.SelectMany(entry => new double[] { rows.Coefficient(entry), -rows.Coefficient(entry) })]);
        }

        program.AddRow((double)amount, (double)amount, [2 * cell, 2 * cell + 1], [1, -1]);
        var solution = new SimplexSolver(program).Solve();
        if (solution.Status != LinearProgramStatus.Optimal)
        {
            return false;
        }

        var negligible = Negligible * Math.Abs((double)amount);
        for (var other = 0; other < values.Length; other++)
        {
            if (!_isSuppressed[other] && Math.Abs(solution.Values[2 * other] - solution.Values[2 * other + 1]) > negligible)
            {
                _isSuppressed[other] = true;
                _shields[other] = cell;
                _proofs[other] = IntervalProof.LinearProgram;
            }
        }

        return true;
    }
}
