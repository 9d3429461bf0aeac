using System.Numerics;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Audit;

/// <summary>
/// One rule about a measure, written down a second time from its definition (Hundepool et al., <em>Handbook on Statistical
/// Disclosure Control</em>, 2024, ch. 4): nothing of Protection's own rules is called.
/// </summary>
/// <param name="MakesSecret">Whether the cell may not be published.</param>
/// <param name="Reach">How far from its value a secret cell's sum must be able to be; 0 or less asks for nothing.</param>
internal sealed record RecountedRule(Func<CellFigures, bool> MakesSecret, Func<CellFigures, BigInteger> Reach)
{
    private static readonly Func<CellFigures, BigInteger> Nothing = _ => 0;

    /// <summary>The rules of one measure column of a table.</summary>
    /// <param name="release">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="decimals">The decimals of its sum.</param>
    /// <param name="areWeights">Whether it is the sampling weights, of which many respondents share one.</param>
    public static IEnumerable<RecountedRule> Of(TableRelease release, string column, int decimals, bool areWeights)
    {
        var (rules, t) = (release.Rules, release.Threshold);
        yield return new(cell => cell.Contributors < t, Nothing);
        yield return new(cell => cell.Contributors < cell.Respondents && cell.Respondents - cell.Contributors < t, Nothing);
        foreach (var rule in rules.Dominance)
        {
            var k = ExactRatio.Of(rule.K);
            yield return new(
                cell => cell.Largest(rule.N) * k.Denominator > k.Numerator * cell.Total,
                cell => ExactRatio.Of(1).Over(k).CeilingOf(cell.Largest(rule.N)) - cell.Total);
        }

        foreach (var ratio in Ratios(rules))
        {
            yield return new(
                cell => (cell.Total - cell.Largest(2)) * ratio.Denominator < ratio.Numerator * cell.Largest(1),
                cell => ratio.CeilingOf(cell.Largest(1)) - (cell.Total - cell.Largest(2)));
        }

        if (rules.Constants == ConstantCells.Protected && !areWeights)
        {
            yield return new(cell => cell.IsConstant, Nothing);
        }

        foreach (var at in TablePlanner.Quantiles(release, column))
        {
            yield return new(cell => decimal.Floor(cell.Contributors * Math.Min(at, 1 - at)) < t, Nothing);
        }

        var range = RangeOf(rules);
        var least = BigInteger.Max(1, ExactRatio.Of(range.Least).CeilingOf(BigInteger.Pow(10, decimals)));
        yield return new(_ => false, cell => BigInteger.Max(least, ExactRatio.Of(range.Share).CeilingOf(cell.Total)));
    }

    // Both rules say X − x₁ − x₂ < p/q · x₁; the p % rule is the one whose intruder knows nothing beforehand, q = 100 %.
    private static IEnumerable<ExactRatio> Ratios(TableRules rules)
    {
        if (rules.PPercent is { } p)
        {
            yield return ExactRatio.Of(p);
        }

        if (rules.PriorPosterior is { } pair)
        {
            yield return ExactRatio.Of(pair.P).Over(ExactRatio.Of(pair.Q));
        }
    }

    // Rules about contributions ask for one unit of the measure, since a share of nothing protects nothing; without them the
    // default is a tenth of the sum.
    private static SafetyRangePolicy RangeOf(TableRules rules) =>
        rules.SafetyRange ?? (rules.NeedContributions ? new SafetyRangePolicy(0, 1) : TableRules.DefaultRange);
}
