namespace Publish.LinearPrograms.Simplex;

/// <summary>
/// Which nonbasic column's reduced cost first comes to 0 in a step of the dual method. Boxed columns are passed over,
/// to be moved to their other bound, while the leaving column stays infeasible (Koberstein 2005, § 3.3; Maros 2003,
/// § 10.5); within each group that comes about equally soon the largest pivot is taken (Harris 1973).
/// </summary>
internal sealed class DualRatioTest(SimplexState state)
{
    private readonly List<int> _left = [];
    private readonly List<int> _group = [];
    private readonly List<int> _passed = [];

    /// <summary>The columns passed over by the last step.</summary>
    public List<int> Flips { get; } = [];

    /// <summary>Finds the entering column.</summary>
    /// <param name="tableau">The leaving column's row of the tableau.</param>
    /// <param name="violation">How far it lies below its lower (negative) or above its upper bound (positive).</param>
    /// <param name="usesBland">True to pass over nothing and take the lowest index among the exact minima.</param>
    /// <returns>The column, −1 where there is none: then the programme is infeasible.</returns>
    public int Find(double[] tableau, double violation, bool usesBland)
    {
        Flips.Clear();
        _left.Clear();
        for (var column = 0; column < state.Count; column++)
        {
            if (Entry(tableau, column, violation) > Tolerances.Pivot)
            {
                _left.Add(column);
            }
        }

        var (slope, entering) = (Math.Abs(violation), -1);
        _passed.Clear();
        while (_left.Count > 0 && slope > 0)
        {
            TakeGroup(tableau, violation, usesBland ? 0 : Tolerances.Optimality);
            var best = usesBland ? _group.Min() : Largest(tableau);
            if (entering >= 0 && Math.Abs(tableau[best]) < Tolerances.SafePivot && Math.Abs(tableau[entering]) >= Tolerances.SafePivot)
            {
                return entering;
            }

            entering = best;
            Flips.AddRange(_passed);
            _passed.Clear();
            _passed.AddRange(_group);
            if (usesBland)
            {
                return entering;
            }

            foreach (var column in _group)
            {
                slope -= Math.Abs(tableau[column]) * (state.Upper[column] - state.Lower[column]);
            }
        }

        // Where even all flips together leave the column infeasible, the programme is.
        return slope > Tolerances.Feasibility ? -1 : entering;
    }

    /// <summary>The entry of a column that could enter, above 0; 0 for one that could not.</summary>
    private double Entry(double[] tableau, int column, double violation)
    {
        var entry = violation > 0 ? tableau[column] : -tableau[column];
        return state.Status[column] switch
        {
            BasisStatus.Basic => 0,
            BasisStatus.AtZero => Math.Abs(entry),
            _ when state.Lower[column] == state.Upper[column] => 0,
            BasisStatus.AtLower => entry,
            _ => -entry,
        };
    }

    /// <summary>Takes from the columns left all that come to 0 before the first would be wrong by more than the tolerance.</summary>
    private void TakeGroup(double[] tableau, double violation, double tolerance)
    {
        var limit = double.PositiveInfinity;
        foreach (var column in _left)
        {
            limit = Math.Min(limit, (Math.Abs(state.ReducedCosts[column]) + tolerance) / Entry(tableau, column, violation));
        }

        _group.Clear();
        var kept = 0;
        for (var index = 0; index < _left.Count; index++)
        {
            var column = _left[index];
            if (Math.Abs(state.ReducedCosts[column]) / Entry(tableau, column, violation) <= limit)
            {
                _group.Add(column);
            }
            else
            {
                _left[kept++] = column;
            }
        }

        _left.RemoveRange(kept, _left.Count - kept);
    }

    private int Largest(double[] tableau)
    {
        var largest = _group[0];
        foreach (var column in _group)
        {
            largest = Math.Abs(tableau[column]) > Math.Abs(tableau[largest]) ? column : largest;
        }

        return largest;
    }
}
