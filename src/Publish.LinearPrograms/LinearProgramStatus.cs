namespace Publish.LinearPrograms;

/// <summary>What the solver found out about a linear programme.</summary>
public enum LinearProgramStatus
{
    /// <summary>
    /// The work limit was reached, or rounding errors kept the solver from an answer. Nothing is known; the caller takes
    /// the cautious side.
    /// </summary>
    Unfinished,

    /// <summary>The values are feasible and optimal, within tolerances.</summary>
    Optimal,

    /// <summary>No values meet all bounds; <see cref="LinearProgramSolution.RowDuals"/> hold a Farkas vector.</summary>
    Infeasible,

    /// <summary>
    /// The values are feasible, and the objective improves without end along <see cref="LinearProgramSolution.Ray"/>.
    /// </summary>
    Unbounded,
}
