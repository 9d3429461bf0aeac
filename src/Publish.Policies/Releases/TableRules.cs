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

    /// <summary>
    /// How uncertain hidden sums must be without a rule that says so: a tenth of the sum, and one unit of the measure at least.
    /// </summary>
    public static SafetyRangePolicy DefaultRange { get; } = new(0.10m, 1);

    /// <summary>
    /// How uncertain hidden sums must be, or <see langword="null"/> (the default) for what the rules about contributions ask
    /// and, without any of these, for <see cref="DefaultRange"/>.
    /// </summary>
    public SafetyRangePolicy? SafetyRange { get; init; }

    /// <summary>Whether a rule looks at single respondents' contributions.</summary>
    public bool NeedContributions => Dominance.Count > 0 || PPercent is not null || PriorPosterior is not null;
}
