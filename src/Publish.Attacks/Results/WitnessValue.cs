using System.Numerics;

namespace Publish.Attacks.Results;

/// <summary>A secret value an attack computed.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Numerator">The value's numerator in units of 10^−<paramref name="Scale"/>.</param>
/// <param name="Denominator">The value's denominator, positive; 1 for every honest table.</param>
/// <param name="Scale">Decimals.</param>
public sealed record WitnessValue(string Measure, BigInteger Numerator, BigInteger Denominator, int Scale);
