namespace Publish.Attacks.Records;

/// <summary>What a release promises of a sensitive column in every class (Machanavajjhala et al. 2007).</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Distinct">At least so many values; 1 (the default) promises nothing.</param>
/// <param name="Entropy">−Σ p ln p ≥ ln ℓ for this ℓ; 1 (the default) promises nothing.</param>
/// <param name="Recursive">(c, ℓ): r₁ &lt; c (r_ℓ + … + r_m); <see langword="null"/> (the default) promises nothing.</param>
public sealed record DiversityPromise(string Column, int Distinct = 1, double Entropy = 1, (double C, int L)? Recursive = null);
