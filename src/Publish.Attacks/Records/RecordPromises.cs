namespace Publish.Attacks.Records;

/// <summary>What a records release promises.</summary>
public sealed record RecordPromises
{
    /// <summary>Every class has at least k respondents. At least 1.</summary>
    public required int K { get; init; }

    /// <summary>The columns the policy releases, in any order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Promised diversity; by default none.</summary>
    public IReadOnlyList<DiversityPromise> Diversity { get; init; } = [];

    /// <summary>
    /// Whether a class whose respondents all share one sensitive value breaks a promise; by default false, and such
    /// classes are only counted.
    /// </summary>
    public bool ForbidsHomogeneity { get; init; }
}
