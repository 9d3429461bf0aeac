using System.Numerics;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: textbook elimination with fractions of any size. Tells whether a vector lies in the span of others. Simple
/// on purpose; shares nothing with the product.
/// </summary>
internal sealed class RationalSolver
{
    private readonly List<(int Pivot, Dictionary<int, Fraction> Row)> _echelon = [];
    private readonly Dictionary<int, int> _rowOfPivot = [];

    public RationalSolver(IEnumerable<int[]> rows)
        : this(rows.Select(Entries))
    {
    }

    public RationalSolver(IEnumerable<IEnumerable<(int Column, int Value)>> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    public void Add(IEnumerable<(int Column, int Value)> row)
    {
        var reduced = Reduce(row);
        if (reduced.Count > 0)
        {
            // Any entry can be the pivot; the first column is as good as another.
            var pivot = reduced.Keys.Min();
            var lead = reduced[pivot];
            _rowOfPivot.Add(pivot, _echelon.Count);
            _echelon.Add((pivot, reduced.ToDictionary(entry => entry.Key, entry => entry.Value.Over(lead))));
        }
    }

    public bool Spans(int[] row) => Spans(Entries(row));

    public bool Spans(IEnumerable<(int Column, int Value)> row) => Reduce(row).Count == 0;

    private static IEnumerable<(int, int)> Entries(int[] row) => row.Index().Where(entry => entry.Item != 0);

    /// <summary>What is left of a row. A row of the echelon has no pivot of an earlier one, so they are taken in order.</summary>
    private Dictionary<int, Fraction> Reduce(IEnumerable<(int Column, int Value)> row)
    {
        var left = row.ToDictionary(entry => entry.Column, entry => new Fraction(entry.Value, 1));
        var due = new SortedSet<int>(left.Keys.Where(_rowOfPivot.ContainsKey).Select(column => _rowOfPivot[column]));
        while (due.Count > 0)
        {
            var next = due.Min;
            due.Remove(next);
            if (left.TryGetValue(_echelon[next].Pivot, out var factor))
            {
                Subtract(left, factor, _echelon[next].Row, due);
            }
        }

        return left;
    }

    private void Subtract(Dictionary<int, Fraction> left, Fraction factor, Dictionary<int, Fraction> row, SortedSet<int> due)
    {
        foreach (var (column, value) in row)
        {
            var difference = left.GetValueOrDefault(column, new Fraction(0, 1)).Minus(factor.Times(value));
            if (difference.Numerator.IsZero)
            {
                left.Remove(column);
            }
            else
            {
                left[column] = difference;
                if (_rowOfPivot.TryGetValue(column, out var own))
                {
                    due.Add(own);
                }
            }
        }
    }

    private readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
    {
        public Fraction Times(Fraction other) => Of(Numerator * other.Numerator, Denominator * other.Denominator);

        public Fraction Over(Fraction other) => Of(Numerator * other.Denominator, Denominator * other.Numerator);

        public Fraction Minus(Fraction other) =>
            Of(Numerator * other.Denominator - other.Numerator * Denominator, Denominator * other.Denominator);

        private static Fraction Of(BigInteger numerator, BigInteger denominator)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            return new Fraction(numerator / divisor, denominator / divisor);
        }
    }
}
