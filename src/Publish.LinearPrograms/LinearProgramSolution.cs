namespace Publish.LinearPrograms;

/// <summary>
/// What the solver found, with vectors by which a caller can convince itself. All are floating-point numbers and hold
/// within tolerances only; <see cref="CertificateCheck"/> makes rigorous statements of them.
/// </summary>
public sealed class LinearProgramSolution
{
    /// <summary>What was found out.</summary>
    public required LinearProgramStatus Status { get; init; }

    /// <summary>The objective at <see cref="Values"/>.</summary>
    public required double Objective { get; init; }

    /// <summary>The value of each variable.</summary>
    public required double[] Values { get; init; }

    /// <summary>
    /// When optimal, the dual value of each row: cost = Aᵀ·y + d with the reduced costs d; when the least is sought, a
    /// positive dual value says that the row is at its lower bound. When infeasible, a Farkas vector: the smallest value
    /// of y·r − (Aᵀ·y)·x over all rows r and variables x within their bounds is above 0, while r = A·x would make it 0.
    /// </summary>
    public required double[] RowDuals { get; init; }

    /// <summary>The reduced cost of each variable; empty unless optimal.</summary>
    public required double[] ReducedCosts { get; init; }

    /// <summary>The direction in which the objective improves without end; empty unless unbounded.</summary>
    public required double[] Ray { get; init; }

    /// <summary>The basis the solver stopped at; another solver can start from it.</summary>
    public required SimplexBasis Basis { get; init; }

    /// <summary>The iterations that were needed.</summary>
    public required long Iterations { get; init; }
}
