using System.Numerics;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>
/// The oracle: textbook Gauss–Jordan elimination with fractions of any size. Tells whether a vector lies in the span of
/// others. Slow and simple on purpose; shares nothing with the product.
/// </summary>
internal sealed class RationalSolver
{
    private readonly List<(int Pivot, Fraction[] Row)> _echelon = [];

    public RationalSolver(IEnumerable<int[]> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    public void Add(int[] row)
    {
        var reduced = Reduce(row);
        var pivot = Array.FindIndex(reduced, entry => !entry.Numerator.IsZero);
        if (pivot >= 0)
        {
            var lead = reduced[pivot];
            _echelon.Add((pivot, Array.ConvertAll(reduced, entry => entry.Over(lead))));
        }
    }

    public bool Spans(int[] row) => Array.TrueForAll(Reduce(row), entry => entry.Numerator.IsZero);

    private Fraction[] Reduce(int[] row)
    {
        var reduced = Array.ConvertAll(row, entry => new Fraction(entry, 1));
        foreach (var (pivot, other) in _echelon)
        {
            var factor = reduced[pivot];
            if (!factor.Numerator.IsZero)
            {
                for (var i = 0; i < reduced.Length; i++)
                {
                    reduced[i] = reduced[i].Minus(factor.Times(other[i]));
                }
            }
        }

        return reduced;
    }

    private readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
    {
        public Fraction Times(Fraction other) => Of(Numerator * other.Numerator, Denominator * other.Denominator);

        public Fraction Over(Fraction other) => Of(Numerator * other.Denominator, Denominator * other.Numerator);

        public Fraction Minus(Fraction other) =>
            other.Numerator.IsZero ? this
            : Of(Numerator * other.Denominator - other.Numerator * Denominator, Denominator * other.Denominator);

        private static Fraction Of(BigInteger numerator, BigInteger denominator)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            return divisor.IsZero ? new Fraction(0, 1) : new Fraction(numerator / divisor, denominator / divisor);
        }
    }
}
