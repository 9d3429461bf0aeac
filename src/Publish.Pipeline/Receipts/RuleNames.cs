using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Receipts;

/// <summary>The rules by the names that certificates and receipts give them.</summary>
internal static class RuleNames
{
    /// <summary>A rule's name.</summary>
    /// <param name="rule">The rule.</param>
    public static string Of(PrimaryRule rule) => rule switch
    {
        PrimaryRule.Frequency => "minimum-frequency",
        PrimaryRule.Contributors => "minimum-contributors",
        PrimaryRule.NonContributors => "minimum-non-contributors",
        PrimaryRule.Zero => "protected-zeros",
        PrimaryRule.GroupDisclosure => "group-disclosure",
        PrimaryRule.Dominance => "dominance",
        PrimaryRule.PPercent => "p-percent",
        PrimaryRule.PriorPosterior => "prior-posterior",
        PrimaryRule.Constant => "constant-values",
        PrimaryRule.QuantileSupport => "quantile-support",
        PrimaryRule.HiddenBefore => "hidden-before",
        _ => "none",
    };
}
