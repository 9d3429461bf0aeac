namespace Publish.Policies.Releases;

/// <summary>k-anonymous records: rows whose keys are generalised until nobody stands out.</summary>
/// <param name="Name">The release's name.</param>
/// <param name="Audience">Whom it is for.</param>
public sealed record RecordsRelease(string Name, Audience Audience) : ReleasePolicy(Name, Audience)
{
    /// <summary>The least <see cref="K"/>: with 1, nothing would be protected.</summary>
    public const int LeastK = 2;

    /// <summary>The key and sensitive columns published, in the policy's order; at least one key; unique.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> UsedColumns => Columns;

    /// <summary>k: the smallest number of respondents in a published class, at least <see cref="LeastK"/>.</summary>
    public required int K { get; init; }

    /// <summary>What the sensitive columns must also meet, at most one rule a column.</summary>
    public IReadOnlyList<DiversityRule> Diversity { get; init; } = [];

    /// <summary>The largest share of rows that may be left out, 0 to 1. Default 0.</summary>
    public decimal SuppressionLimit { get; init; }

    /// <summary>What makes one choice of levels better than another. Default <see cref="LossMetricKind.Loss"/>.</summary>
    public LossMetricKind Metric { get; init; }

    /// <summary>What a key's detail is worth against that of others, above 0; keys not named weigh 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>The levels that may be chosen for a key; any for keys not named.</summary>
    public IReadOnlyDictionary<string, LevelRange> Levels { get; init; } = new Dictionary<string, LevelRange>();
}
