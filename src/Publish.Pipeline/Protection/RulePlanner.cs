using Publish.Disclosure.Tables.Primary;

namespace Publish.Pipeline.Protection;

/// <summary>Puts a table's rules in the terms of Disclosure.</summary>
internal static class RulePlanner
{
    /// <summary>The rules that hold for every measure, beside the threshold.</summary>
    /// <param name="rules">As the policy has them.</param>
    public static IReadOnlyList<SensitivityRule> Plan(TableRules rules)
    {
        var planned = new List<SensitivityRule>();
        planned.AddRange(rules.Dominance.Select(rule => new DominanceRule(rule.N, 100 * rule.K)));
        if (rules.PPercent is { } p)
        {
            planned.Add(new PPercentRule(100 * p));
        }

        if (rules.PriorPosterior is { } pair)
        {
            planned.Add(new PriorPosteriorRule(100 * pair.P, 100 * pair.Q));
        }

        return planned;
    }

    /// <summary>
    /// The width of hidden sums, in units of a measure's last decimal. A table with rules about contributions asks for one
    /// unit of the measure at least: the levels of those rules are shares, and a share of nothing protects nothing. Without
    /// such rules the default range holds: that a sum does not follow exactly protects nobody if it follows nearly.
    /// </summary>
    /// <param name="rules">As the policy has them.</param>
    /// <param name="decimals">Decimals of the measure.</param>
    public static IReadOnlyList<SensitivityRule> PlanRange(TableRules rules, int decimals)
    {
        var range = rules.SafetyRange ?? (rules.NeedContributions ? new SafetyRangePolicy(0, 1) : TableRules.DefaultRange);
        return [new SafetyRange(100 * range.Share, InUnits(range.Least, decimals))];
    }

    /// <summary>
    /// That not everyone has the same value. Sampling weights are not judged by it: that all of a stratum have one weight is how
    /// samples are drawn, and no secret of theirs.
    /// </summary>
    /// <param name="rules">As the policy has them.</param>
    /// <param name="areWeights">Whether the measure is the sampling weights.</param>
    public static IReadOnlyList<SensitivityRule> PlanConstants(TableRules rules, bool areWeights) =>
        rules.Constants == ConstantCells.Protected && !areWeights ? [new ConstantRule()] : [];

    /// <summary>What the quantiles of a column ask for.</summary>
    /// <param name="release">The table.</param>
    /// <param name="column">The measure column.</param>
    public static IEnumerable<SensitivityRule> PlanQuantiles(TableRelease release, string column) =>
        TablePlanner.Quantiles(release, column).Select(at => new QuantileSupport(at, release.Threshold));

    private static Int128 InUnits(decimal amount, int decimals)
    {
        for (var i = 0; i < decimals; i++)
        {
            amount *= 10;
        }

        return Int128.Max(1, (Int128)decimal.Ceiling(amount));
    }
}
