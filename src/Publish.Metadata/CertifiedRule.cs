namespace Publish.Metadata;

/// <summary>A rule that protects a release.</summary>
/// <param name="Name">The rule, by the name the field gives it.</param>
/// <param name="Guarantee">What it guarantees, one sentence.</param>
/// <param name="Parameter">
/// Its parameter where that may be public: k, ℓ, or the frequency threshold of a policy that allows it.
/// </param>
public sealed record CertifiedRule(string Name, string Guarantee, double? Parameter = null)
{
    /// <summary>The sensitive column it speaks of, for ℓ-diversity.</summary>
    public string? Column { get; init; }

    /// <summary>c, for recursive (c,ℓ)-diversity.</summary>
    public double? C { get; init; }
}
