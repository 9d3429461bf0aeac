namespace Publish.Policies.Releases;

/// <summary>What a sensitive column must meet in each published class.</summary>
/// <param name="Column">The sensitive column; published by the release.</param>
/// <param name="Kind">How diversity is counted.</param>
/// <param name="L">ℓ, above 1; a whole number except for <see cref="DiversityKind.Entropy"/>.</param>
/// <param name="C">c, above 0, for <see cref="DiversityKind.Recursive"/>; otherwise <see langword="null"/>.</param>
public sealed record DiversityRule(string Column, DiversityKind Kind, double L, double? C = null);
