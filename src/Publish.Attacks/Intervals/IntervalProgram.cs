using System.Numerics;
using Publish.Attacks.Systems;
using Publish.LinearPrograms;

namespace Publish.Attacks.Intervals;

/// <summary>
/// Linear programmes over one component. What the solver says is never believed: a vertex becomes a table only through
/// <see cref="ExactTable"/>, a dual vector a bound only through <see cref="DualBound"/>.
/// </summary>
internal sealed class IntervalProgram
{
    private const long EliminationEffort = 100_000_000;

    /// <summary>How much of a vertex is kept when it is drawn towards tables that are known, where rounding has put it just outside.</summary>
    private static readonly double[] Kept = [1, 0.999, 0.9, 0.5];

    private readonly IntervalProblem _problem;
    private readonly ExactTable? _exact;
    private readonly LinearProgram _program = new() { IsMaximised = true };
    private readonly SimplexSolver _solver;
    private readonly double _unit;
    private readonly double[] _inside;
    private long _pivots;
    private int _tables;
    private int _column;

    /// <summary>Sets the programmes up.</summary>
    /// <param name="problem">The component.</param>
    /// <param name="options">How hard to try.</param>
    public IntervalProgram(IntervalProblem problem, IntervalOptions options)
    {
        (_problem, _pivots) = (problem, options.ProgramEffort / Math.Max(1, problem.Matrix.Columns));
        _exact = MarkowitzEliminator.Eliminate(problem.Matrix, MersenneField.Large, EliminationEffort) is { } elimination
            ? new ExactTable(problem, elimination)
            : null;
        _inside = new double[problem.Matrix.Columns];

        // Values of about 1, whatever the measure's units.
        _unit = Math.Max(1, (double)problem.Right.Select(BigInteger.Abs).DefaultIfEmpty().Max() / 1024);
        for (var column = 0; column < problem.Matrix.Columns; column++)
        {
            _program.AddVariable(
                problem.Floor[column] is { } floor ? (double)floor / _unit : double.NegativeInfinity,
                problem.Ceiling[column] is { } ceiling ? (double)ceiling / _unit : double.PositiveInfinity,
                0);
        }

        for (var row = 0; row < problem.Matrix.Rows; row++)
        {
            var right = (double)problem.Right[row] / _unit;
            _program.AddRow(right, right, problem.Matrix.RowColumns[row], Array.ConvertAll(problem.Matrix.RowValues[row], value => (double)value));
        }

        _solver = new SimplexSolver(_program);
    }

    /// <summary>Seeks the greatest value of sign · x.</summary>
    /// <param name="column">The unknown x.</param>
    /// <param name="sign">1 for the greatest x, −1 for the least.</param>
    /// <param name="target">What sign · x should reach, where it has no end.</param>
    /// <returns>Exact tables met on the way, and a rigorous bound where one was found.</returns>
    public (List<(BigInteger[] Values, BigInteger Denominator)> Tables, DualBound? Bound) Extreme(int column, int sign, BigInteger target)
    {
        var tables = new List<(BigInteger[], BigInteger)>();
        if (_pivots <= 0)
        {
            return (tables, null);
        }

        _program.SetCost(_column, 0);
        _program.SetCost(column, sign);
        _column = column;
        var solution = _solver.Solve(_pivots);
        _pivots -= Math.Max(1, solution.Iterations);
        if (Vertex(solution, column, sign, target) is { } vertex)
        {
            tables.AddRange(Exact(vertex, column, sign, target));
        }

        return (tables, solution.Status == LinearProgramStatus.Optimal ? DualBound.Of(_problem, column, sign, solution.RowDuals) : null);
    }

    private double[]? Vertex(LinearProgramSolution solution, int column, int sign, BigInteger target)
    {
        if (solution.Status is not (LinearProgramStatus.Optimal or LinearProgramStatus.Unbounded))
        {
            return null;
        }

        var vertex = Array.ConvertAll(solution.Values, value => value * _unit);
        if (solution.Status == LinearProgramStatus.Unbounded && sign * solution.Ray[column] > 0)
        {
            var steps = Math.Max(0, (double)target - (sign * vertex[column])) / (sign * solution.Ray[column]);
            for (var i = 0; i < vertex.Length; i++)
            {
                vertex[i] += Math.Ceiling(2 * steps) * solution.Ray[i];
            }
        }

        return vertex;
    }

    // A vertex whose bounds rounding has broken is drawn towards the middle of the tables that are known.
    private IEnumerable<(BigInteger[] Values, BigInteger Denominator)> Exact(double[] vertex, int column, int sign, BigInteger target)
    {
        foreach (var kept in _tables == 0 ? Kept[..1] : Kept)
        {
            if (_exact?.Near(Array.ConvertAll([.. vertex.Index()], each => (kept * each.Item) + ((1 - kept) * _inside[each.Index]))) is { } table)
            {
                _tables++;
                for (var i = 0; i < _inside.Length; i++)
                {
                    _inside[i] += ((double)table.Values[i] / (double)table.Denominator - _inside[i]) / _tables;
                }

                yield return table;
                if (sign * table.Values[column] >= target * table.Denominator)
                {
                    yield break;
                }
            }
        }
    }
}
