using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>
/// Solves one component. A random vector of the kernel modulo p is 0 at every determined column and, but for odds of
/// 1 in p, nowhere else. That only sorts the columns: each column said to be free is then proven free by a verified
/// whole-number vector (<see cref="KernelLift"/>), so a prime that divides a minor of the matrix can make cells
/// unproven, never safe. Another prime is tried before giving up.
/// </summary>
internal sealed class ComponentSolution
{
    private const int VectorsTried = 4;

    private readonly Elimination? _elimination;

    private ComponentSolution(CellState[] states, Elimination? elimination) =>
        (States, _elimination) = (states, elimination);

    /// <summary>The state of each column.</summary>
    public CellState[] States { get; }

    public static ComponentSolution Of(SparseMatrix matrix, long effort)
    {
        var first = Of(matrix, MersenneField.Large, effort);
        return first.IsProven ? first : Of(matrix, MersenneField.Small, effort) is { IsProven: true } second ? second : first;
    }

    /// <summary>A component nobody asks about.</summary>
    public static ComponentSolution Unsolved(SparseMatrix matrix) => new(new CellState[matrix.Columns], null);

    private bool IsProven => !States.Contains(CellState.Unproven);

    /// <summary>The verified combination of rows that gives a solved column, or <see langword="null"/>.</summary>
    public (SortedDictionary<int, BigInteger> Factors, BigInteger Denominator)? Derive(SparseMatrix matrix, int column) =>
        _elimination is not null && States[column] == CellState.Solved
            ? OneRow(matrix, column) ?? new RowCombination(matrix, _elimination).For(column)
            : null;

    // An equation in which nothing else is unknown is the shortest arithmetic there is.
    private static (SortedDictionary<int, BigInteger> Factors, BigInteger Denominator)? OneRow(SparseMatrix matrix, int column)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            if (matrix.RowColumns[row] is [var only] && only == column)
            {
                var value = matrix.RowValues[row][0];
                return (new SortedDictionary<int, BigInteger> { [row] = Math.Sign(value) }, Math.Abs(value));
            }
        }

        return null;
    }

    private static ComponentSolution Of(SparseMatrix matrix, MersenneField field, long effort)
    {
        var states = new CellState[matrix.Columns];
        var elimination = MarkowitzEliminator.Eliminate(matrix, field, effort);
        if (elimination is not null)
        {
            MarkSolved(elimination, states);
            ProveFree(matrix, elimination, states);
        }

        var keep = states.Contains(CellState.Solved) ? elimination : null;
        return new ComponentSolution(states, keep);
    }

    private static void MarkSolved(Elimination elimination, CellState[] states)
    {
        var vector = new ulong[states.Length];
        for (var column = 0; column < vector.Length; column++)
        {
            vector[column] = elimination.IsFree(column) ? elimination.Field.Scatter(1, column) : 0;
        }

        elimination.Complete(vector);
        for (var column = 0; column < vector.Length; column++)
        {
            if (vector[column] == 0)
            {
                states[column] = CellState.Solved;
            }
        }
    }

    private static void ProveFree(SparseMatrix matrix, Elimination elimination, CellState[] states)
    {
        var lift = new KernelLift(matrix, elimination);
        for (var seed = 1UL; seed <= VectorsTried && states.Contains(CellState.Unproven); seed++)
        {
            if (lift.Vector(seed) is not { } vector)
            {
                return;
            }

            for (var column = 0; column < states.Length; column++)
            {
                if (!vector[column].IsZero)
                {
                    states[column] = CellState.Free;
                }
            }
        }
    }
}
