namespace Publish.Policies.Releases;

/// <summary>The presets, by the bodies that use them.</summary>
public static class TablePresets
{
    /// <summary>All of them, the mildest first.</summary>
    public static IReadOnlyList<TablePreset> All { get; } =
    [
        new("handbook-minimum", 3, "Hundepool et al., Handbook on Statistical Disclosure Control (2024), ch. 5: the common minimum frequency of 3."),
        new("nhs-subnational", 8, "NHS Digital, Disclosure control methodology for HES and ECDS (September 2018): sub-national counts of 1 to 7 are suppressed and all others rounded to the nearest 5.")
        {
            RoundingBase = 5,
        },
        new("opensafely", 8, "OpenSAFELY, updated disclosure control guidance, as ehrQL's measures apply it (2023): counts of 7 or less are redacted, then counts are rounded to the nearest 5.")
        {
            RoundingBase = 5,
        },
        new("ons-research", 10, "Office for National Statistics, Secure Research Service: outputs have at least 10 respondents in each cell."),
        new("acro", 10, "ACRO (Green, Ritchie and Smith 2020), default parameters: 10 respondents, (2, 90 %) dominance, p 10 %.")
        {
            Rules = new TableRules { Dominance = [new DominancePolicy(2, 0.9m)], PPercent = 0.1m },
        },
    ];

    /// <summary>A preset by its name, or <see langword="null"/>.</summary>
    /// <param name="name">The word in a policy.</param>
    public static TablePreset? Find(string? name) => All.FirstOrDefault(preset => preset.Name == name);
}
