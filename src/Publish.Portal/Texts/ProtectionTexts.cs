using Publish.Metadata;

namespace Publish.Portal.Texts;

/// <summary>Says in plain words what the rules of a certificate mean for who reads the numbers.</summary>
internal static class ProtectionTexts
{
    private static readonly string[] Contributions = ["dominance", "p-percent", "prior-posterior"];
    private static readonly string[] Diversity = ["distinct-l-diversity", "entropy-l-diversity", "recursive-l-diversity"];

    /// <summary>The sentences about a release, the most important first.</summary>
    /// <param name="release">The release as certified.</param>
    /// <param name="texts">The site's texts.</param>
    /// <param name="titleOf">The title of a column.</param>
    /// <returns>A paragraph each; at least one.</returns>
    public static IEnumerable<string> Of(CertifiedRelease release, SiteTexts texts, Func<string, string> titleOf) =>
        (release.Kind == "records" ? OfRecords(release, texts, titleOf) : OfTable(release, texts, titleOf)).OfType<string>();

    private static IEnumerable<string?> OfRecords(CertifiedRelease release, SiteTexts texts, Func<string, string> titleOf) =>
    [
        texts["dataset.hidden.records"],
        Find(release, "k-anonymity")?.Parameter is { } k ? texts["dataset.hidden.k", k] : null,
        .. release.Rules.Where(rule => Diversity.Contains(rule.Name) && rule.Column is not null)
            .Select(rule => texts["dataset.hidden.diverse", titleOf(rule.Column!)]),
    ];

    private static IEnumerable<string?> OfTable(CertifiedRelease release, SiteTexts texts, Func<string, string> titleOf)
    {
        var perturbed = Perturbed(release, texts);
        return
        [
            Find(release, "secondary-suppression") is null ? null : texts["dataset.hidden.table"],
            Find(release, "minimum-frequency")?.Parameter is { } threshold ? texts["dataset.hidden.threshold", threshold] : null,
            release.Rules.Any(rule => Contributions.Contains(rule.Name)) ? texts["dataset.hidden.sums"] : null,
            .. release.Rules.Where(rule => rule.Name == "group-disclosure" && rule.Column is not null)
                .Select(rule => texts["dataset.hidden.group", titleOf(rule.Column!)]),
            perturbed,
            Find(release, "sampling-weights") is null ? null : texts["dataset.hidden.weights"],
            texts[perturbed is null ? "dataset.hidden.absent" : "dataset.hidden.nought"],
            Find(release, "protected-zeros") is null ? null : texts["dataset.hidden.zeros"],
        ];
    }

    // How far a number can be from the true one follows from the base, which shows in the numbers anyway.
    private static string? Perturbed(CertifiedRelease release, SiteTexts texts) => release.Rules
        .Select(rule => (rule.Name, rule.Parameter) switch
        {
            ("conventional-rounding", { } width) => texts["dataset.hidden.conventional", width, Math.Floor(width / 2)],
            ("random-rounding", { } width) => texts["dataset.hidden.random", width, width - 1],
            ("small-count-rounding", { } width) => texts["dataset.hidden.small", width, width - 1],
            ("cell-key", _) => texts["dataset.hidden.noise"],
            _ => null,
        })
        .FirstOrDefault(text => text is not null);

    private static CertifiedRule? Find(CertifiedRelease release, string name) => release.Rules.FirstOrDefault(rule => rule.Name == name);
}
