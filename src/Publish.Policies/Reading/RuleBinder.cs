using Publish.Policies.Format;
using Publish.Policies.Releases;

namespace Publish.Policies.Reading;

/// <summary>Makes the rules of a table of its checked section and its preset, if it has one. Both hold.</summary>
internal static class RuleBinder
{
    public static TableRules Bind(Section rules, TablePreset? preset)
    {
        var own = Own(rules);
        return preset is null ? own : own with
        {
            Dominance = [.. preset.Rules.Dominance.Union(own.Dominance)],
            PPercent = preset.Rules.PPercent is { } p ? Math.Max(p, own.PPercent ?? 0) : own.PPercent,
        };
    }

    /// <summary>One rule or a list of them.</summary>
    public static IEnumerable<Section> DominanceRules(Section dominance) =>
        dominance.Node is Yaml.MappingNode ? [dominance] : dominance.Items;

    private static TableRules Own(Section rules) => new()
    {
        Dominance = [.. DominanceRules(rules["dominance"]).Select(rule => new DominancePolicy((int)rule["n"].Whole(1), rule["k"].Share))],
        PPercent = rules["pPercent"].IsGiven ? rules["pPercent"].Share : null,
        PriorPosterior = rules["priorPosterior"] is { IsGiven: true } pair
            ? new PriorPosteriorPolicy(pair["p"].Share, pair["q"].Share)
            : null,
        Constants = rules["constants"].Word(Vocabularies.Constants),
        SafetyRange = rules["safetyRange"] is { IsGiven: true } range
            ? new SafetyRangePolicy(range["share"].Share, range["least"].Number ?? 1)
            : null,
    };
}
