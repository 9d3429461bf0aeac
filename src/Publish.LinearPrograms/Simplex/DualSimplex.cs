namespace Publish.LinearPrograms.Simplex;

/// <summary>
/// The dual simplex method for bounded variables, from a basis whose reduced costs have the right signs: for added rows
/// and changed bounds.
/// </summary>
/// <remarks>
/// Koberstein, <em>The dual simplex method, techniques for a fast and stable implementation</em> (2005): dual steepest
/// edge (Forrest and Goldfarb 1992), the ratio test that passes over boxed columns, costs shifted against stalling and
/// against wrong signs that rounding leaves.
/// </remarks>
internal sealed class DualSimplex(SimplexState state, long workLimit)
{
    private readonly double[] _inverse = new double[state.RowCount];
    private readonly double[] _tableau = new double[state.Count];
    private readonly double[] _column = new double[state.RowCount];
    private readonly double[] _edge = new double[state.RowCount];
    private readonly double[] _flipped = new double[state.RowCount];
    private readonly DualRatioTest _ratioTest = new(state);
    private int _stalled;

    /// <summary>When infeasible, the row of the inverse that proves it, by row, with the sign of a Farkas vector.</summary>
    public double[] Farkas { get; private set; } = [];

    /// <summary>
    /// Puts boxed columns on the bound that the sign of their reduced cost asks for; false where an unboxed column's
    /// sign is wrong, so that the method cannot start.
    /// </summary>
    public static bool CanStart(SimplexState state)
    {
        var wrong = Enumerable.Range(0, state.Count).Where(column => IsWrong(state, column)).ToArray();
        if (wrong.Any(column => !double.IsFinite(state.Upper[column] - state.Lower[column])))
        {
            return false;
        }

        foreach (var column in wrong)
        {
            state.Status[column] = state.ReducedCosts[column] > 0 ? BasisStatus.AtLower : BasisStatus.AtUpper;
        }

        if (wrong.Length > 0)
        {
            state.ComputeValues();
        }

        return true;
    }

    /// <summary>Runs until the basis is feasible.</summary>
    /// <param name="mayPerturb">False to meet stalling with the lowest index alone.</param>
    public SimplexOutcome Run(bool mayPerturb)
    {
        var (isDone, hasRetried) = (false, false);
        while (state.Iterations++ < workLimit)
        {
            if (state.IsWorn)
            {
                Renew();
            }

            var usesBland = Stalls(mayPerturb);
            var position = Price(usesBland);
            if (position < 0)
            {
                if (state.IsFresh || isDone)
                {
                    return SimplexOutcome.Done;
                }

                isDone = true;
                Renew();
                continue;
            }

            isDone = false;
            state.InverseRow(position, _inverse);
            state.TableauRow(_inverse, _tableau);
            var violation = state.Violation(state.Head[position]);
            var entering = _ratioTest.Find(_tableau, violation, usesBland);
            if (entering < 0)
            {
                if (state.IsFresh)
                {
                    Farkas = Array.ConvertAll(_inverse, value => value * Math.Sign(violation));
                    return SimplexOutcome.Infeasible;
                }

                Renew();
                continue;
            }

            state.SolveColumn(entering, _column);
            var (pivot, check) = (_column[position], _tableau[entering]);
            var isUnsure = Math.Abs(pivot - check) > 1e-7 * (1 + Math.Abs(pivot)) || Math.Abs(pivot) < Tolerances.SafePivot;
            if (isUnsure && (!state.IsFresh || Math.Abs(pivot) < Tolerances.Pivot))
            {
                if (state.IsFresh || hasRetried)
                {
                    return SimplexOutcome.Lost;
                }

                hasRetried = true;
                Renew();
                continue;
            }

            hasRetried = false;
            Step(position, entering, violation);
        }

        return SimplexOutcome.Lost;
    }

    private static bool IsWrong(SimplexState state, int column) => state.Status[column] switch
    {
        BasisStatus.Basic => false,
        BasisStatus.AtZero => Math.Abs(state.ReducedCosts[column]) > Tolerances.Optimality,
        _ when state.Lower[column] == state.Upper[column] => false,
        BasisStatus.AtLower => state.ReducedCosts[column] < -Tolerances.Optimality,
        _ => state.ReducedCosts[column] > Tolerances.Optimality,
    };

    private int Price(bool usesBland)
    {
        var (best, chosen) = (0.0, -1);
        for (var position = 0; position < state.RowCount; position++)
        {
            var violation = state.Violation(state.Head[position]);
            if (violation == 0)
            {
                continue;
            }

            if (usesBland)
            {
                if (chosen < 0 || state.Head[position] < state.Head[chosen])
                {
                    chosen = position;
                }
            }
            else if (violation * violation > best * state.DualWeights[position])
            {
                (best, chosen) = (violation * violation / state.DualWeights[position], position);
            }
        }

        return chosen;
    }

    private void Step(int position, int entering, double violation)
    {
        var leaving = state.Head[position];
        var dualStep = state.ReducedCosts[entering] / _tableau[entering];
        _stalled = Math.Abs(dualStep) > Tolerances.Step ? 0 : _stalled + 1;
        UpdateReducedCosts(entering, leaving, dualStep);
        Flip();
        var bound = violation < 0 ? state.Lower[leaving] : state.Upper[leaving];
        var step = (state.Values[leaving] - bound) / _column[position];
        state.Values[entering] += step;
        for (var other = 0; other < state.RowCount; other++)
        {
            state.Values[state.Head[other]] -= step * _column[other];
        }

        UpdateWeights(position);
        state.Exchange(position, entering, _column, violation < 0 ? BasisStatus.AtLower : BasisStatus.AtUpper);
        state.Values[leaving] = bound;
    }

    private void UpdateReducedCosts(int entering, int leaving, double dualStep)
    {
        for (var column = 0; column < state.Count; column++)
        {
            if (_tableau[column] != 0 && state.Status[column] != BasisStatus.Basic)
            {
                state.ReducedCosts[column] -= dualStep * _tableau[column];
            }
        }

        state.ReducedCosts[entering] = 0;
        state.ReducedCosts[leaving] = -dualStep;
    }

    /// <summary>Moves the boxed columns that the ratio test passed over to their other bounds.</summary>
    private void Flip()
    {
        if (_ratioTest.Flips.Count == 0)
        {
            return;
        }

        Array.Clear(_flipped);
        foreach (var column in _ratioTest.Flips)
        {
            var toUpper = state.Status[column] == BasisStatus.AtLower;
            var value = toUpper ? state.Upper[column] : state.Lower[column];
            state.AddColumn(column, value - state.Values[column], _flipped);
            state.Status[column] = toUpper ? BasisStatus.AtUpper : BasisStatus.AtLower;
            state.Values[column] = value;
        }

        state.Solve(_flipped, _edge);
        for (var position = 0; position < state.RowCount; position++)
        {
            state.Values[state.Head[position]] -= _edge[position];
        }
    }

    /// <summary>Dual steepest edge (Forrest and Goldfarb 1992): the weights are norms of rows of the inverse.</summary>
    private void UpdateWeights(int position)
    {
        state.Solve(_inverse, _edge);
        var weight = 0.0;
        foreach (var value in _inverse)
        {
            weight += value * value;
        }

        var pivot = _column[position];
        for (var other = 0; other < state.RowCount; other++)
        {
            if (other != position && _column[other] != 0)
            {
                var ratio = _column[other] / pivot;
                state.DualWeights[other] = Math.Max(
                    state.DualWeights[other] - 2 * ratio * _edge[other] + ratio * ratio * weight, 1e-4 + ratio * ratio * 1e-4);
            }
        }

        state.DualWeights[position] = Math.Max(weight / (pivot * pivot), 1e-4);
    }

    /// <summary>Works everything out afresh; wrong signs that come to light are righted by a flip, or a shifted cost.</summary>
    private void Renew()
    {
        state.Refactor();
        state.PriceAll(state.Costs, state.ReducedCosts);
        for (var column = 0; column < state.Count; column++)
        {
            if (IsWrong(state, column) && !double.IsFinite(state.Upper[column] - state.Lower[column]))
            {
                state.Costs[column] -= state.ReducedCosts[column];
                state.ReducedCosts[column] = 0;
                state.IsPerturbed = true;
            }
        }

        CanStart(state);
    }

    /// <summary>Shifts costs when the dual objective has not moved for long; true for the lowest index.</summary>
    private bool Stalls(bool mayPerturb)
    {
        if (_stalled <= 50 + state.RowCount / 4)
        {
            return false;
        }

        if (!mayPerturb || state.IsPerturbed)
        {
            return _stalled > 4L * (100 + state.RowCount);
        }

        for (var column = 0; column < state.Count; column++)
        {
            if (state.Status[column] is BasisStatus.AtLower or BasisStatus.AtUpper)
            {
                var amount = (1 + Scatter.Of(column)) * 1e-6 * Math.Max(1, Math.Abs(state.Costs[column]));
                var shift = state.Status[column] == BasisStatus.AtLower ? amount : -amount;
                state.Costs[column] += shift;
                state.ReducedCosts[column] += shift;
            }
        }

        state.IsPerturbed = true;
        _stalled = 0;
        return false;
    }
}
