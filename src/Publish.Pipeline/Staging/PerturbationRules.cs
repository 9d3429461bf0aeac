using Publish.Attacks.Tables;
using Publish.Metadata;

namespace Publish.Pipeline.Staging;

/// <summary>
/// What a certificate says of rounding and noise, and what a reader may conclude from that. A rounding base shows in the
/// numbers and is told; of a perturbation table nothing is.
/// </summary>
internal static class PerturbationRules
{
    public const string Conventional = "conventional-rounding";
    public const string Random = "random-rounding";
    public const string SmallCount = "small-count-rounding";
    public const string CellKey = "cell-key";

    private static readonly string[] Names = [Conventional, Random, SmallCount, CellKey];

    /// <summary>The rules of a release: one, or none where counts are exact.</summary>
    /// <param name="release">The release.</param>
    public static IEnumerable<CertifiedRule> Of(TableRelease release)
    {
        if (release.CellKey is not null)
        {
            yield return new CertifiedRule(
                CellKey, "Every count carries noise that belongs to the respondents behind it. Totals are perturbed by themselves and are not the sums of their parts.");
        }
        else if (release.Rounding is { } rounding)
        {
            yield return new CertifiedRule(NameOf(rounding.Method), GuaranteeOf(rounding), rounding.Base);
        }
    }

    /// <summary>The rule in a certificate, or <see langword="null"/> where counts are exact.</summary>
    /// <param name="release">The release as certified.</param>
    public static CertifiedRule? In(CertifiedRelease release) => release.Rules.FirstOrDefault(rule => Names.Contains(rule.Name));

    /// <summary>What the rule does to sums, and the width of a number's interval. Numbers that are not exact have a width above 0.</summary>
    /// <param name="release">The release as certified.</param>
    public static (MeasureNoise Noise, Int128 Unit) NoiseIn(CertifiedRelease release) => In(release) switch
    {
        { Name: Conventional } rule => (MeasureNoise.Rounded, BaseOf(rule)),
        { Name: Random } rule => (MeasureNoise.Rounded, 2 * BaseOf(rule)),
        { Name: SmallCount } => (MeasureNoise.Controlled, 1),
        { Name: CellKey } => (MeasureNoise.Secret, 1),
        _ => (MeasureNoise.None, 0),
    };

    /// <summary>The smallest count above 0 that a table may show.</summary>
    /// <param name="release">The release as certified.</param>
    public static Int128 SmallestIn(CertifiedRelease release)
    {
        var threshold = (Int128)(release.Rules.Select(rule => rule.Name == "minimum-frequency" ? rule.Parameter : null).Max() ?? 1);
        return Int128.Max(1, In(release) switch
        {
            { Name: Conventional } rule => ((2 * threshold) + BaseOf(rule)) / (2 * BaseOf(rule)) * BaseOf(rule),
            { Name: Random } rule => threshold / BaseOf(rule) * BaseOf(rule),
            { Name: SmallCount } rule => BaseOf(rule),
            { Name: CellKey } => 1,
            _ => threshold,
        });
    }

    /// <summary>The base that all counts are multiples of, or <see langword="null"/>.</summary>
    /// <param name="release">The release as certified.</param>
    public static Int128? MultipleIn(CertifiedRelease release) =>
        In(release) is { Name: Conventional or Random } rule ? BaseOf(rule) : null;

    // A certificate from elsewhere could say anything; a base below 1 is none.
    private static Int128 BaseOf(CertifiedRule rule) => rule.Parameter is >= 1 and <= int.MaxValue ? (Int128)rule.Parameter : 1;

    private static string NameOf(RoundingMethod method) => method switch
    {
        RoundingMethod.Conventional => Conventional,
        RoundingMethod.Random => Random,
        _ => SmallCount,
    };

    private static string GuaranteeOf(RoundingPolicy rounding) => FormattableString.Invariant(rounding.Method switch
    {
        RoundingMethod.Conventional => $"Every count is rounded by itself to the nearest multiple of {rounding.Base}; totals need not be the sums of their parts.",
        RoundingMethod.Random => $"Every count is rounded by itself, by chance, to a neighbouring multiple of {rounding.Base}; totals need not be the sums of their parts.",
        _ => $"No count lies from 1 to {rounding.Base - 1}; totals are the sums of their parts, which are rounded together.",
    });
}
