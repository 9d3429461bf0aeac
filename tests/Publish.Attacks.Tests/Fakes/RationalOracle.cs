using System.Numerics;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Dense Gaussian elimination over the rationals, with fractions kept as whole rows.</summary>
internal sealed class RationalOracle(int unknowns)
{
    private readonly SortedDictionary<int, BigInteger[]> _rows = [];

    /// <summary>Takes Σ coefficient · unknown as known.</summary>
    public void Know(IReadOnlyList<long> coefficients)
    {
        var rest = Reduce(coefficients);
        var lead = Array.FindIndex(rest, value => !value.IsZero);
        if (lead >= 0)
        {
            _rows.Add(lead, rest);
        }
    }

    /// <summary>Whether Σ coefficient · unknown follows from what is known.</summary>
    public bool Determines(IReadOnlyList<long> coefficients) => Array.TrueForAll(Reduce(coefficients), value => value.IsZero);

    private BigInteger[] Reduce(IReadOnlyList<long> coefficients)
    {
        Assert.Equal(unknowns, coefficients.Count);
        var row = coefficients.Select(value => (BigInteger)value).ToArray();
        for (var column = 0; column < unknowns; column++)
        {
            if (!row[column].IsZero && _rows.TryGetValue(column, out var pivot))
            {
                var (mine, theirs) = (row[column], pivot[column]);
                for (var i = 0; i < unknowns; i++)
                {
                    row[i] = (row[i] * theirs) - (pivot[i] * mine);
                }

                var divisor = row.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
                row = divisor > 1 ? [.. row.Select(value => value / divisor)] : row;
            }
        }

        return row;
    }
}
