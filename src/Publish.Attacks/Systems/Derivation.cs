using System.Numerics;

namespace Publish.Attacks.Systems;

/// <summary>
/// The proof that an unknown cell is determined: cell = (Σ coefficient · known cell) / denominator, checked over the
/// rationals against the equations. With no terms the cell is 0.
/// </summary>
/// <param name="Cell">The unknown cell.</param>
/// <param name="Terms">Known cells with coefficients that are not 0, by cell.</param>
/// <param name="Denominator">Positive.</param>
public sealed record Derivation(int Cell, IReadOnlyList<(int Cell, BigInteger Coefficient)> Terms, BigInteger Denominator);
