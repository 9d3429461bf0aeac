using System.Globalization;
using Publish.Attacks.Tables;
using Publish.Metadata;
using Publish.Policies;
using MeasureKind = Publish.Attacks.Tables.MeasureKind;
using TableMeasure = Publish.Policies.Releases.TableMeasure;

namespace Publish.Pipeline.Audit;

/// <summary>How the means, ratios, shares and quantiles of a table are made, by published column.</summary>
internal static class PublishedFormulas
{
    // What nobody has told the decimals of is taken to have more of them than anything that is published has.
    private const int DecimalsOfUnknown = 12;

    /// <summary>The name under which the sum of a measure column is published, where it is.</summary>
    /// <param name="column">The column.</param>
    public static string SumOf(string column) => column + "_sum";

    /// <summary>How a measure is made, as the policy says.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="isNeverNegative">Whether everyone may know that no contribution to a published sum is negative, by its column.</param>
    /// <returns>The formula; <see langword="null"/> for counts and sums.</returns>
    public static MeasureFormula? Of(TableMeasure measure, Policy policy, Func<string, bool> isNeverNegative)
    {
        var count = Count(policy.RespondentColumn is null);
        AdditiveQuantity Sum(string column) => new(
            SumOf(column), MeasureKind.Sum, policy.SumDecimals(column), IsNonNegative: isNeverNegative(SumOf(column)));
        bool HaveAll(string column) => policy.Column(column)!.Required;

        return measure.Kind switch
        {
            Policies.Releases.MeasureKind.Mean =>
                new QuotientFormula(Sum(measure.Column!), policy.IsWeighted(measure.Column!) ? Sum(policy.WeightColumn!) with { IsNonNegative = true } : count)
                {
                    IsDenominatorAtMost = !HaveAll(measure.Column!),
                },
            Policies.Releases.MeasureKind.Ratio => new QuotientFormula(Sum(measure.Column!), Sum(measure.Denominator!)),
            Policies.Releases.MeasureKind.Share => Share(measure.Column is { } column ? Sum(column) : count, measure.Of!),
            Policies.Releases.MeasureKind.Quantile => new QuantileFormula(measure.At, Sum(measure.Column!), count)
            {
                IsComplete = HaveAll(measure.Column!),
                Least = policy.RespondentColumn is null || policy.Column(measure.Column!)!.Minimum >= 0 ? policy.Column(measure.Column!)!.Minimum : null,
                Most = policy.RespondentColumn is null ? policy.Column(measure.Column!)!.Maximum : null,
            },
            _ => null,
        };
    }

    /// <summary>
    /// How a published column is made, as its name says to one who has nothing but the certificate; whether everyone has a
    /// value, the decimals of sums and their bounds are not told.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="release">Its release.</param>
    /// <param name="protectsRows">Whether a row is a respondent: then counts add up.</param>
    /// <returns>The formula; <see langword="null"/> for counts and sums, and where a name can be read in two ways.</returns>
    public static MeasureFormula? Of(CertifiedColumn column, CertifiedRelease release, bool protectsRows)
    {
        var count = Count(protectsRows);
        AdditiveQuantity Quantity(string name) => name == count.Name ? count : new AdditiveQuantity(SumOf(name), MeasureKind.Sum, DecimalsOfUnknown);
        return column.Kind switch
        {
            "mean" => new QuotientFormula(Quantity(column.Name[..^"_mean".Length]), count) { IsDenominatorAtMost = true },
            "ratio" when Parts(column.Name, "_per_") is [var (numerator, denominator)] =>
                new QuotientFormula(Quantity(numerator), Quantity(denominator)),
            "share" when Parts(column.Name, "_share_of_").Where(parts => release.Keys.Any(key => key.Name == parts.After)).ToArray() is [var (whole, key)] =>
                Share(Quantity(whole), key),
            "quantile" when Quantile(column.Name) is var (name, at) => new QuantileFormula(at, Quantity(name), count),
            _ => null,
        };
    }

    private static AdditiveQuantity Count(bool protectsRows) => new("count", MeasureKind.Count, IsAdditive: protectsRows, IsNonNegative: true);

    private static QuotientFormula Share(AdditiveQuantity quantity, string key) => new(quantity, quantity) { Factor = 100, TotalOver = key };

    // Every way to part a name at a word.
    private static (string Before, string After)[] Parts(string name, string word) =>
    [
        .. Enumerable.Range(1, Math.Max(0, name.Length - word.Length - 1))
            .Where(at => name.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            .Select(at => (name[..at], name[(at + word.Length)..])),
    ];

    private static (string Column, decimal At)? Quantile(string name)
    {
        var at = name.LastIndexOf("_p", StringComparison.Ordinal);
        return at > 0 && decimal.TryParse(name.AsSpan(at + 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and < 100
            ? (name[..at], percent / 100)
            : null;
    }
}
