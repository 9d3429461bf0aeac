namespace Publish.Policies.Releases;

/// <summary>How ℓ-diversity counts (Machanavajjhala 2007).</summary>
public enum DiversityKind
{
    /// <summary>At least ℓ different values in each class.</summary>
    Distinct,

    /// <summary>An entropy of at least ln ℓ in each class.</summary>
    Entropy,

    /// <summary>r₁ &lt; c (r_ℓ + … + r_m) in each class.</summary>
    Recursive,
}
