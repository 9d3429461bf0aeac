using System.Numerics;

namespace Publish.Attacks.Intervals;

/// <summary>A bound of a cell that no table which agrees with everything published passes.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="IsHigh">Whether it is the greatest value that is bounded, or the least.</param>
/// <param name="Numerator">The bound's numerator.</param>
/// <param name="Denominator">The bound's denominator, positive.</param>
/// <param name="Factors">The multiplier of each equation of the component, times the denominator; <see langword="null"/> for a bound that a search has shown.</param>
internal sealed record CellBound(int Cell, bool IsHigh, BigInteger Numerator, BigInteger Denominator, BigInteger[]? Factors);
