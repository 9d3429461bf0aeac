namespace Publish.LinearPrograms;

/// <summary>
/// An interval that surely holds a real number: every operation is rounded outwards by one unit in the last place, which
/// covers the half unit that IEEE arithmetic may err.
/// </summary>
internal readonly record struct Interval(double Low, double High)
{
    public static implicit operator Interval(double exact) => new(exact, exact);

    public static Interval operator +(Interval a, Interval b) =>
        b is { Low: 0, High: 0 } ? a : a is { Low: 0, High: 0 } ? b
        : new(Math.BitDecrement(a.Low + b.Low), Math.BitIncrement(a.High + b.High));

    public static Interval operator -(Interval a, Interval b) => a + new Interval(-b.High, -b.Low);

    /// <summary>The product with an exact number, which may be infinite where the interval is not just 0.</summary>
    public static Interval operator *(Interval a, double exact)
    {
        var (x, y) = (Product(a.Low, exact), Product(a.High, exact));
        return exact == 0 || a is { Low: 0, High: 0 } ? new Interval(0, 0) : new Interval(Math.BitDecrement(Math.Min(x, y)), Math.BitIncrement(Math.Max(x, y)));
    }

    /// <summary>0 times an unbounded value is 0: the values themselves are real numbers.</summary>
    private static double Product(double value, double exact) => value == 0 || exact == 0 ? 0 : value * exact;
}
