namespace Publish.LinearPrograms.Simplex;

/// <summary>
/// The primal simplex method for bounded variables: first the sum of infeasibilities is made as small as possible, from
/// whatever basis there is, then the objective.
/// </summary>
/// <remarks>
/// Maros (2003), ch. 9: composite phase one with long steps, Devex reference weights (Harris 1973), a ratio test with
/// tolerances, bounds loosened a little against stalling, and Bland's rule (1977) once that has not helped.
/// </remarks>
internal sealed class PrimalSimplex(SimplexState state, long workLimit)
{
    private const double ResetWeights = 1e7;

    private readonly double[] _weights = new double[state.Count];
    private readonly double[] _column = new double[state.RowCount];
    private readonly double[] _inverse = new double[state.RowCount];
    private readonly double[] _tableau = new double[state.Count];
    private readonly double[] _phaseCosts = new double[state.Count];
    private readonly PrimalRatioTest _ratioTest = new(state);
    private int _stalled;

    /// <summary>The column along which the objective improves without end, and B⁻¹ times it.</summary>
    public (int Entering, double Direction, double[] Column) Ray { get; private set; }

    /// <summary>Runs until nothing can be improved.</summary>
    /// <param name="mayPerturb">False to meet stalling with Bland's rule alone.</param>
    /// <returns>Why it stopped; when infeasible, the state's row prices are those of the infeasibilities.</returns>
    public SimplexOutcome Run(bool mayPerturb)
    {
        Array.Fill(_weights, 1);
        Array.Fill(state.DualWeights, 1);
        var wasFeasible = false;
        while (state.Iterations++ < workLimit)
        {
            if (state.IsWorn)
            {
                state.Refactor();
                wasFeasible = false;
            }

            var isFeasible = FindInfeasibilities();
            if (!isFeasible || !wasFeasible)
            {
                state.PriceAll(isFeasible ? state.Costs : _phaseCosts, state.ReducedCosts);
            }

            wasFeasible = isFeasible;
            var usesBland = Stalls(mayPerturb);
            var entering = Price(usesBland);
            if (entering < 0)
            {
                if (state.IsFresh)
                {
                    return isFeasible ? SimplexOutcome.Done : SimplexOutcome.Infeasible;
                }

                state.Refactor();
                wasFeasible = false;
                continue;
            }

            var outcome = Step(entering, isFeasible, usesBland);
            if (outcome == SimplexOutcome.Lost && !state.IsFresh)
            {
                state.Refactor();
                wasFeasible = false;
            }
            else if (outcome != SimplexOutcome.Done)
            {
                return outcome;
            }
        }

        return SimplexOutcome.Lost;
    }

    /// <summary>The gradient of the sum of infeasibilities; false where there are some.</summary>
    private bool FindInfeasibilities()
    {
        Array.Clear(_phaseCosts);
        var isFeasible = true;
        foreach (var column in state.Head)
        {
            var sign = Math.Sign(state.Violation(column));
            _phaseCosts[column] = sign;
            isFeasible &= sign == 0;
        }

        return isFeasible;
    }

    private int Price(bool usesBland)
    {
        var (best, entering) = (0.0, -1);
        for (var column = 0; column < state.Count; column++)
        {
            var gain = Gain(column);
            if (gain > Tolerances.Optimality && gain * gain > best * _weights[column])
            {
                (best, entering) = (gain * gain / _weights[column], column);
                if (usesBland)
                {
                    break;
                }
            }
        }

        return entering;
    }

    private double Gain(int column)
    {
        var reduced = state.ReducedCosts[column];
        return state.Status[column] switch
        {
            BasisStatus.Basic => 0,
            BasisStatus.AtZero => Math.Abs(reduced),
            _ when state.Lower[column] == state.Upper[column] => 0,
            BasisStatus.AtLower => -reduced,
            _ => reduced,
        };
    }

    private SimplexOutcome Step(int entering, bool isFeasible, bool usesBland)
    {
        var direction = state.ReducedCosts[entering] < 0 ? 1 : -1;
        state.SolveColumn(entering, _column);
        var (position, step, leavingStatus) = isFeasible
            ? _ratioTest.Feasible(_column, direction, usesBland)
            : _ratioTest.Infeasible(_column, direction, Math.Abs(state.ReducedCosts[entering]), usesBland);
        var range = state.Upper[entering] - state.Lower[entering];
        if (double.IsFinite(range) && range <= step)
        {
            Move(entering, direction * range);
            state.Status[entering] = direction > 0 ? BasisStatus.AtUpper : BasisStatus.AtLower;
            state.Values[entering] = direction > 0 ? state.Upper[entering] : state.Lower[entering];
            _stalled = 0;
            return SimplexOutcome.Done;
        }

        if (position < 0)
        {
            Ray = (entering, direction, _column);
            return isFeasible ? SimplexOutcome.Unbounded : SimplexOutcome.Lost;
        }

        if (Math.Abs(_column[position]) < (state.IsFresh ? Tolerances.Pivot : Tolerances.SafePivot))
        {
            // Nothing better to be had from fresh factors: pretend that this column has nothing to offer.
            _weights[entering] = state.IsFresh ? double.MaxValue : _weights[entering];
            return state.IsFresh ? SimplexOutcome.Done : SimplexOutcome.Lost;
        }

        _stalled = step > Tolerances.Step ? 0 : _stalled + 1;
        Update(position, entering, isFeasible);
        Move(entering, direction * step);
        var leaving = state.Head[position];
        state.Exchange(position, entering, _column, leavingStatus);
        state.Values[leaving] = leavingStatus == BasisStatus.AtLower ? state.Lower[leaving] : state.Upper[leaving];
        return SimplexOutcome.Done;
    }

    private void Move(int entering, double change)
    {
        state.Values[entering] += change;
        for (var position = 0; position < state.RowCount; position++)
        {
            state.Values[state.Head[position]] -= change * _column[position];
        }
    }

    /// <summary>Reduced costs and Devex weights after the exchange.</summary>
    private void Update(int position, int entering, bool isFeasible)
    {
        state.InverseRow(position, _inverse);
        state.TableauRow(_inverse, _tableau);
        var pivot = _column[position];
        var weight = Math.Min(_weights[entering], ResetWeights);
        var dualStep = state.ReducedCosts[entering] / pivot;
        for (var column = 0; column < state.Count; column++)
        {
            var ratio = _tableau[column] / pivot;
            if (ratio == 0 || state.Status[column] == BasisStatus.Basic)
            {
                continue;
            }

            if (isFeasible)
            {
                state.ReducedCosts[column] -= dualStep * _tableau[column];
            }

            _weights[column] = Math.Max(_weights[column], ratio * ratio * weight);
        }

        var leaving = state.Head[position];
        state.ReducedCosts[leaving] = isFeasible ? -dualStep : 0;
        state.ReducedCosts[entering] = 0;
        _weights[leaving] = Math.Max(weight / (pivot * pivot), 1);
        if (_weights[leaving] > ResetWeights)
        {
            Array.Fill(_weights, 1);
        }
    }

    /// <summary>Loosens the bounds of the basic columns when nothing has moved for long; true for Bland's rule.</summary>
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

        foreach (var column in state.Head)
        {
            var amount = (1 + Scatter.Of(column)) * 1e-6;
            state.Lower[column] -= amount * Math.Max(1, Math.Abs(state.Lower[column]));
            state.Upper[column] += amount * Math.Max(1, Math.Abs(state.Upper[column]));
        }

        state.IsPerturbed = true;
        _stalled = 0;
        return false;
    }
}
