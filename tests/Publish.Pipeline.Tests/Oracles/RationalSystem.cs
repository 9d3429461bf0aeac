using System.Numerics;

namespace Publish.Pipeline.Tests.Oracles;

/// <summary>
/// Homogeneous linear equations over unknowns, solved exactly: an unknown is determined when the equations fix it, which
/// is so when it is alone in a row of the reduced echelon form. Fractions are avoided by keeping whole rows without a
/// common divisor.
/// </summary>
internal sealed class RationalSystem
{
    private readonly List<SortedDictionary<int, BigInteger>> _rows = [];

    public void Add(IEnumerable<(int Unknown, int Coefficient)> terms)
    {
        var row = new SortedDictionary<int, BigInteger>();
        foreach (var (unknown, coefficient) in terms)
        {
            var sum = row.GetValueOrDefault(unknown) + coefficient;
            if (sum.IsZero)
            {
                row.Remove(unknown);
            }
            else
            {
                row[unknown] = sum;
            }
        }

        foreach (var pivot in _rows)
        {
            Eliminate(row, pivot);
        }

        if (row.Count > 0)
        {
            _rows.ForEach(other => Eliminate(other, row));
            _rows.Add(row);
        }
    }

    /// <summary>The unknowns that have only one value.</summary>
    public IEnumerable<int> Determined() => _rows.Where(row => row.Count == 1).Select(row => row.Keys.First());

    private static void Eliminate(SortedDictionary<int, BigInteger> row, SortedDictionary<int, BigInteger> pivot)
    {
        var unknown = pivot.Keys.First();
        if (!row.TryGetValue(unknown, out var factor))
        {
            return;
        }

        var scale = pivot[unknown];
        foreach (var key in row.Keys.ToArray())
        {
            row[key] *= scale;
        }

        foreach (var (key, value) in pivot)
        {
            var left = row.GetValueOrDefault(key) - (factor * value);
            if (left.IsZero)
            {
                row.Remove(key);
            }
            else
            {
                row[key] = left;
            }
        }

        var divisor = row.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        foreach (var key in row.Keys.ToArray())
        {
            row[key] /= divisor;
        }
    }
}
