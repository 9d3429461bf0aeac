using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>The bounds of every unknown at one node of a search.</summary>
internal sealed class SearchBounds
{
    private readonly IntervalProblem _problem;
    private readonly BigInteger?[] _low;
    private readonly BigInteger?[] _high;

    public SearchBounds(IntervalProblem problem)
        : this(problem, (BigInteger?[])problem.Low.Clone(), (BigInteger?[])problem.High.Clone())
    {
    }

    private SearchBounds(IntervalProblem problem, BigInteger?[] low, BigInteger?[] high) =>
        (_problem, _low, _high) = (problem, low, high);

    /// <summary>The same bounds, to be changed independently.</summary>
    public SearchBounds Copy() => new(_problem, (BigInteger?[])_low.Clone(), (BigInteger?[])_high.Clone());

    /// <summary>Raises a lower bound; false when no value is left.</summary>
    public bool Raise(int column, BigInteger low)
    {
        _low[column] = _low[column] is { } present && present > low ? present : low;
        return !(_low[column] > _high[column]);
    }

    /// <summary>Lowers an upper bound; false when no value is left.</summary>
    public bool Lower(int column, BigInteger high)
    {
        _high[column] = _high[column] is { } present && present < high ? present : high;
        return !(_low[column] > _high[column]);
    }

    /// <summary>The open unknown with the fewest values, the first of several; −1 when all are decided.</summary>
    public int Narrowest()
    {
        var (best, width) = (-1, (BigInteger?)null);
        for (var column = 0; column < _low.Length; column++)
        {
            var own = _high[column] - _low[column];
            if (own is not { IsZero: true } && (best < 0 || (own is { } finite && !(width <= finite))))
            {
                (best, width) = (column, own);
            }
        }

        return best;
    }

    /// <summary>Where to part the values of an unknown; <see langword="null"/> when they have no end.</summary>
    public BigInteger? Middle(int column) => _low[column] is { } low && _high[column] is { } high ? (low + high) >> 1 : null;

    /// <summary>The values once all are decided.</summary>
    public BigInteger[] Values() => Array.ConvertAll(_low, low => low!.Value);

    /// <summary>Takes every unknown of an equation to what the others leave it.</summary>
    /// <returns>The unknowns whose bounds moved, and whether no value is left.</returns>
    public List<(int Column, bool IsEmpty)> Tighten(int row)
    {
        var (columns, coefficients) = (_problem.Matrix.RowColumns[row], _problem.Matrix.RowValues[row]);
        var (least, leastOpen) = Sum(columns, coefficients, towardsLow: true);
        var (most, mostOpen) = Sum(columns, coefficients, towardsLow: false);
        var moved = new List<(int, bool)>();
        for (var i = 0; i < columns.Length; i++)
        {
            var (own, ownHigh) = (End(columns[i], coefficients[i], towardsLow: true), End(columns[i], coefficients[i], towardsLow: false));

            // coefficient · x ≤ right − the least of the others, and ≥ right − the most of the others.
            var above = leastOpen - (own is null ? 1 : 0) == 0 ? _problem.Right[row] - (least - (own ?? 0)) : (BigInteger?)null;
            var below = mostOpen - (ownHigh is null ? 1 : 0) == 0 ? _problem.Right[row] - (most - (ownHigh ?? 0)) : (BigInteger?)null;
            var (low, high) = coefficients[i] > 0
                ? (CeilingOf(below, coefficients[i]), FloorOf(above, coefficients[i]))
                : (CeilingOf(above, coefficients[i]), FloorOf(below, coefficients[i]));
            if (low > (_low[columns[i]] ?? low - 1) || high < (_high[columns[i]] ?? high + 1))
            {
                var isEmpty = (low is { } l && !Raise(columns[i], l)) | (high is { } h && !Lower(columns[i], h));
                moved.Add((columns[i], isEmpty));
            }
        }

        return moved;
    }

    private (BigInteger Sum, int Open) Sum(int[] columns, long[] coefficients, bool towardsLow)
    {
        var (sum, open) = (BigInteger.Zero, 0);
        for (var i = 0; i < columns.Length; i++)
        {
            var end = End(columns[i], coefficients[i], towardsLow);
            sum += end ?? 0;
            open += end is null ? 1 : 0;
        }

        return (sum, open);
    }

    private BigInteger? End(int column, long coefficient, bool towardsLow) =>
        coefficient * (towardsLow == coefficient > 0 ? _low[column] : _high[column]);

    private static BigInteger? FloorOf(BigInteger? number, long divisor)
    {
        if (number is not { } value)
        {
            return null;
        }

        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return rest.IsZero || (rest.Sign < 0) == (divisor < 0) ? quotient : quotient - 1;
    }

    private static BigInteger? CeilingOf(BigInteger? number, long divisor) => -FloorOf(-number, divisor);
}
