namespace Publish.LinearPrograms.Simplex;

/// <summary>Which basic column first stops a step of the primal method.</summary>
internal sealed class PrimalRatioTest(SimplexState state)
{
    private readonly List<(double Step, int Position, BasisStatus Status)> _breaks = [];

    /// <summary>
    /// From a feasible basis: with tolerances, of the columns that stop the step about equally soon the one with the
    /// largest pivot (Harris, "Pivot selection methods of the Devex LP code", <em>Mathematical Programming</em> 5, 1973).
    /// </summary>
    /// <param name="column">B⁻¹ times the entering column.</param>
    /// <param name="direction">1 where it grows, −1 where it falls.</param>
    /// <param name="usesBland">True to take the exact minimum, and the lowest index of several.</param>
    /// <returns>The position, −1 where nothing stops the step; the step; the bound where the column leaves.</returns>
    public (int Position, double Step, BasisStatus Status) Feasible(double[] column, int direction, bool usesBland)
    {
        var limit = double.PositiveInfinity;
        for (var position = 0; position < column.Length; position++)
        {
            var (room, speed, tolerance, _) = Room(position, direction * column[position]);
            if (speed > Tolerances.Pivot)
            {
                limit = Math.Min(limit, (room + (usesBland ? 0 : tolerance)) / speed);
            }
        }

        var (best, step, pivot, bound) = (-1, double.PositiveInfinity, 0.0, BasisStatus.AtLower);
        for (var position = 0; position < column.Length && !double.IsPositiveInfinity(limit); position++)
        {
            var (room, speed, _, status) = Room(position, direction * column[position]);
            if (speed <= Tolerances.Pivot || room / speed > limit)
            {
                continue;
            }

            if (usesBland ? best < 0 || state.Head[position] < state.Head[best] : speed > pivot)
            {
                (best, step, pivot, bound) = (position, room / speed, speed, status);
            }
        }

        return (best, Math.Max(step, 0), bound);
    }

    /// <summary>
    /// From an infeasible basis: the step goes on past columns that become feasible, or cease to be, as long as the sum
    /// of infeasibilities falls (Maros 2003, § 9.6).
    /// </summary>
    /// <param name="column">B⁻¹ times the entering column.</param>
    /// <param name="direction">1 where it grows, −1 where it falls.</param>
    /// <param name="slope">How fast the sum of infeasibilities falls at first, above 0.</param>
    /// <param name="usesBland">True to stop where the first column stops.</param>
    /// <returns>The position, −1 where nothing stops the step; the step; the bound where the column leaves.</returns>
    public (int Position, double Step, BasisStatus Status) Infeasible(
        double[] column, int direction, double slope, bool usesBland)
    {
        _breaks.Clear();
        for (var position = 0; position < column.Length; position++)
        {
            AddBreaks(position, direction * column[position]);
        }

        _breaks.Sort((a, b) => (a.Step, a.Position, a.Status).CompareTo((b.Step, b.Position, b.Status)));
        var last = 0;
        while (last < _breaks.Count && !usesBland)
        {
            slope -= Math.Abs(column[_breaks[last].Position]);
            if (slope <= 0)
            {
                break;
            }

            last++;
        }

        if (_breaks.Count == 0)
        {
            return (-1, double.PositiveInfinity, BasisStatus.AtLower);
        }

        // Of the breaks passed on the way the last with a pivot that can be trusted.
        last = Math.Min(last, _breaks.Count - 1);
        for (var index = last; index >= 0; index--)
        {
            if (Math.Abs(column[_breaks[index].Position]) >= Tolerances.SafePivot)
            {
                last = index;
                break;
            }
        }

        return (_breaks[last].Position, Math.Max(_breaks[last].Step, 0), _breaks[last].Status);
    }

    /// <summary>How far a feasible column may go, how fast it does, and the bound it comes to.</summary>
    private (double Room, double Speed, double Tolerance, BasisStatus Status) Room(int position, double fall)
    {
        var column = state.Head[position];
        var bound = fall > 0 ? state.Lower[column] : state.Upper[column];
        if (!double.IsFinite(bound))
        {
            return (0, 0, 0, BasisStatus.AtZero);
        }

        var room = fall > 0 ? state.Values[column] - bound : bound - state.Values[column];
        var tolerance = Tolerances.Feasibility * Math.Max(1, Math.Abs(bound));
        return (room, Math.Abs(fall), tolerance, fall > 0 ? BasisStatus.AtLower : BasisStatus.AtUpper);
    }

    private void AddBreaks(int position, double fall)
    {
        if (Math.Abs(fall) <= Tolerances.Pivot)
        {
            return;
        }

        var column = state.Head[position];
        var violation = state.Violation(column);
        var (first, second) = fall > 0 ? (state.Upper[column], state.Lower[column]) : (state.Lower[column], state.Upper[column]);
        var (firstStatus, secondStatus) = fall > 0
            ? (BasisStatus.AtUpper, BasisStatus.AtLower) : (BasisStatus.AtLower, BasisStatus.AtUpper);
        var isOutside = fall > 0 ? violation > 0 : violation < 0;
        if (isOutside)
        {
            _breaks.Add(((state.Values[column] - first) / fall, position, firstStatus));
        }

        if ((isOutside || violation == 0) && double.IsFinite(second))
        {
            _breaks.Add(((state.Values[column] - second) / fall, position, secondStatus));
        }
    }
}
