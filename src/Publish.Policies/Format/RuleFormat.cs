using Publish.Policies.Releases;

namespace Publish.Policies.Format;

/// <summary>The keys of a table's rules.</summary>
internal static class RuleFormat
{
    private const int MostDominanceRules = 10;
    private const int MostDominant = 100;

    private static readonly ObjectShape Dominance = new("dominance", "a mapping with `n` and `k`",
    [
        new("n", Shapes.Whole(1, MostDominant), "How many of the largest contributions are added up.") { IsRequired = true },
        new("k", new ShareShape(), "The largest share of the total they may be.") { IsRequired = true },
    ]);

    private static readonly ObjectShape PriorPosterior = new("priorPosterior", "a mapping with `p` and `q`",
    [
        new("p", new ShareShape(), "To within what share nobody may know a contribution afterwards.") { IsRequired = true },
        new("q", new ShareShape(), "To within what share everyone knows each contribution beforehand; more than p.") { IsRequired = true },
    ]);

    private static readonly ObjectShape SafetyRange = new("safetyRange", "a mapping with `share` and `least`",
    [
        new("share", new ShareShape(), "The share of a hidden sum that an intruder must be left in doubt about, on each side.") { IsRequired = true },
        new("least", new NumberShape(false, 0, 1_000_000_000) { IsAbove = true }, "The least such distance, in the measure's own unit: a share of nothing protects nothing.") { Default = "1" },
    ]);

    /// <summary>The rules.</summary>
    public static readonly ObjectShape Rules = new("rules", "a mapping of rules",
    [
        new("dominance", new EitherShape(Dominance, new ListShape(Dominance, "a list of such mappings", 1, MostDominanceRules)), "Hides a cell whose n largest contributions to a measure are more than k of the total, such as `{ n: 2, k: 90% }`."),
        new("pPercent", new ShareShape(), "Hides a cell in which the second largest contributor can work out the largest to within this share, such as `10%`."),
        new("priorPosterior", PriorPosterior, "The same for intruders who know each contribution to within a share beforehand."),
        new("constants", Vocabularies.Constants.Shape, "Whether cells in which everyone has the same value of a measure are hidden: their mean tells everyone's value.") { Default = "`protected`" },
        new("safetyRange", SafetyRange, "How uncertain sums must be that are hidden for their own sake. Rules about contributions ask for it by themselves.") { Default = "`{ share: 10%, least: 1 }`, or what rules about contributions ask" },
    ]);

    /// <summary>A preset's name.</summary>
    public static readonly ChoiceShape Preset = new([.. TablePresets.All.Select(preset => preset.Name)]);
}
