namespace Publish.Policies.Releases;

/// <summary>The rules of a table beside its threshold. All of them hold together.</summary>
public sealed record TableRules
{
    /// <summary>(n,k) dominance; none by default.</summary>
    public IReadOnlyList<DominancePolicy> Dominance { get; init; } = [];

    /// <summary>p of the p % rule as a share above 0, or <see langword="null"/> (the default) for no such rule.</summary>
    public decimal? PPercent { get; init; }

    /// <summary>The (p,q) rule, or <see langword="null"/> (the default).</summary>
    public PriorPosteriorPolicy? PriorPosterior { get; init; }

    /// <summary>What becomes of cells in which everyone has the same value. Default protected.</summary>
    public ConstantCells Constants { get; init; }

    /// <summary>How uncertain hidden sums must be, or <see langword="null"/> (the default) for what the other rules ask.</summary>
    public SafetyRangePolicy? SafetyRange { get; init; }

    /// <summary>Whether a rule looks at single respondents' contributions.</summary>
    public bool NeedContributions => Dominance.Count > 0 || PPercent is not null || PriorPosterior is not null;
}
