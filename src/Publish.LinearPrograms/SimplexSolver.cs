using Publish.LinearPrograms.Simplex;

namespace Publish.LinearPrograms;

/// <summary>
/// Solves a linear programme, and solves it again after changes from where it stood: the dual simplex method where the
/// last basis still prices out (rows were added, bounds changed), the primal one otherwise (costs changed, variables
/// were added, or nothing is known).
/// </summary>
/// <remarks>
/// Deterministic: the same programme and the same changes give the same answers to the last bit, on any machine with
/// IEEE arithmetic. Not to be used by several threads at once.
/// <para>
/// Sources: Chvátal, <em>Linear Programming</em> (1983); Maros, <em>Computational Techniques of the Simplex Method</em>
/// (2003); Koberstein, <em>The dual simplex method</em> (2005).
/// </para>
/// </remarks>
public sealed class SimplexSolver
{
    /// <summary>Rounds between the two methods, from the one's leftovers to the other.</summary>
    private const int MostRounds = 12;

    /// <summary>Rounds in which bounds and costs may be loosened against stalling.</summary>
    private const int LooseRounds = 4;

    private readonly LinearProgram _program;
    private SimplexState? _state;
    private SimplexBasis? _basis;
    private int _entryCount;

    /// <summary>Creates a solver of a programme that may go on changing.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="basis">A basis to start from, of this programme or one with fewer rows or variables; optional.</param>
    public SimplexSolver(LinearProgram program, SimplexBasis? basis = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        (_program, _basis) = (program, basis);
    }

    /// <summary>Solves the programme as it is now.</summary>
    /// <param name="workLimit">The most iterations; by default as many as an ordinary programme never needs.</param>
    /// <returns>What was found.</returns>
    public LinearProgramSolution Solve(long workLimit = 0)
    {
        var state = State();
        state.Iterations = 0;
        state.TakeNumbers(_program);
        state.Restore();
        var limit = workLimit > 0 ? workLimit : 20_000 + 50L * state.Count;
        for (var round = 0; round < MostRounds && state.Iterations < limit; round++)
        {
            var (isFeasible, isPriced) = Check(state, Tolerances.Feasibility);
            if (isFeasible && isPriced)
            {
                return Optimal(state);
            }

            if (Improve(state, isFeasible, limit, round < LooseRounds) is { } solution)
            {
                return solution;
            }

            state.Restore();
        }

        // What rounding errors leave is accepted when it is small.
        return Check(state, Tolerances.Final) == (true, true) ? Optimal(state) : new Answer(_program, state).Unfinished();
    }

    private LinearProgramSolution? Improve(SimplexState state, bool isFeasible, long limit, bool mayPerturb)
    {
        if (!isFeasible && DualSimplex.CanStart(state))
        {
            var dual = new DualSimplex(state, limit);
            var outcome = dual.Run(mayPerturb);
            if (outcome == SimplexOutcome.Infeasible)
            {
                return new Answer(_program, state).Infeasible(dual.Farkas);
            }

            if (outcome == SimplexOutcome.Done)
            {
                return null;
            }
        }

        var primal = new PrimalSimplex(state, limit);
        return primal.Run(mayPerturb) switch
        {
            SimplexOutcome.Infeasible => new Answer(_program, state).Infeasible(state.RowPrices),
            SimplexOutcome.Unbounded when !state.IsPerturbed => new Answer(_program, state).Unbounded(primal.Ray),
            _ => null,
        };
    }

    private LinearProgramSolution Optimal(SimplexState state) => new Answer(_program, state).Optimal();

    private SimplexState State()
    {
        if (_state is { } state && state.VariableCount == _program.VariableCount
            && state.RowCount == _program.RowCount && _entryCount == _program.Entries.Count)
        {
            return state;
        }

        if (_state is not null)
        {
            _basis = new Answer(_program, _state).Basis();
        }

        _entryCount = _program.Entries.Count;
        return _state = new SimplexState(_program, _basis);
    }

    /// <summary>Whether all basic values lie within their bounds, and all reduced costs have the right signs.</summary>
    private static (bool IsFeasible, bool IsPriced) Check(SimplexState state, double tolerance)
    {
        var isFeasible = Array.TrueForAll(state.Head, column => state.Violation(column, tolerance) == 0);
        var isPriced = true;
        for (var column = 0; column < state.Count; column++)
        {
            var reduced = state.ReducedCosts[column];
            isPriced &= state.Status[column] switch
            {
                BasisStatus.Basic => true,
                _ when state.Lower[column] == state.Upper[column] => true,
                BasisStatus.AtZero => Math.Abs(reduced) <= tolerance,
                BasisStatus.AtLower => reduced >= -tolerance,
                _ => reduced <= tolerance,
            };
        }

        return (isFeasible, isPriced);
    }
}
