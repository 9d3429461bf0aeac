using System.Numerics;

namespace Publish.Pipeline.Audit;

/// <summary>What the audit counted of one measure of one cell.</summary>
/// <param name="Respondents">Distinct respondents, or holdings.</param>
/// <param name="Contributors">Those with a value.</param>
/// <param name="Total">X: the sum of the absolute contributions, weighted where the measure is.</param>
/// <param name="Sizes">The largest absolute contributions in the units of <paramref name="Total"/>, descending; none where no rule looks at them.</param>
/// <param name="IsConstant">Whether all values are the same one.</param>
internal sealed record CellFigures(
    long Respondents, long Contributors, BigInteger Total, IReadOnlyList<BigInteger> Sizes, bool IsConstant)
{
    /// <summary>A cell that nobody is in.</summary>
    public static CellFigures Empty { get; } = new(0, 0, 0, [], IsConstant: false);

    /// <summary>The sum of so many of the largest contributions.</summary>
    /// <param name="count">How many.</param>
    public BigInteger Largest(int count) => Sizes.Take(count).Aggregate(BigInteger.Zero, BigInteger.Add);
}
