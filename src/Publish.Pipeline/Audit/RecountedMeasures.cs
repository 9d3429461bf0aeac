using Publish.Attacks.Recounts;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;
using MeasureKind = Publish.Policies.Releases.MeasureKind;
using TableMeasure = Publish.Policies.Releases.TableMeasure;

namespace Publish.Pipeline.Audit;

/// <summary>The measures of a table's cells, from what was counted a second time.</summary>
internal sealed class RecountedMeasures(
    GroupedUpload upload, TablePlan plan, Policy policy, RecountCodes codes, RecountedSet[] sets)
{
    private readonly Int128[] _frequencies = [.. sets.SelectMany(set => set.Frequencies).Select(count => (Int128)count)];

    /// <summary>The frequency, the contributors of each column, and each published measure but the count.</summary>
    public IReadOnlyList<CountedMeasure> All() =>
    [
        new CountedMeasure(CellRecount.Frequency, _frequencies),
        .. plan.Release.Measures
            .SelectMany((measure, i) => new[] { (measure.Column, Measure: plan.MeasureOf[i]), (Column: measure.Denominator, Measure: plan.DenominatorOf[i]) })
            .Where(m => m.Column is not null)
            .Distinct()
            .Select(m => new CountedMeasure(CellRecount.ContributorsOf(m.Column!), Contributors(m.Measure))),
        .. plan.Release.Measures.Index().Where(measure => measure.Item.Kind != MeasureKind.Count).Select(measure => Of(measure.Item, measure.Index)),
        .. Unpublished(),
    ];

    // The sums that other numbers are made of.
    private IEnumerable<CountedMeasure> Unpublished() =>
        plan.Release.Measures
            .SelectMany((measure, i) => new[] { (measure.Column, Measure: plan.MeasureOf[i]), (Column: measure.Denominator, Measure: plan.DenominatorOf[i]) })
            .Where(each => each.Column is not null && !plan.Release.Measures.Any(measure => measure.Name == PublishedFormulas.SumOf(each.Column)))
            .Distinct()
            .Select(each => new CountedMeasure(PublishedFormulas.SumOf(each.Column!), Sums(each.Measure), policy.SumDecimals(each.Column!)));

    private CountedMeasure Of(TableMeasure published, int index)
    {
        var measure = plan.MeasureOf[index];
        return published.Kind switch
        {
            MeasureKind.Sum => new CountedMeasure(published.Name, Sums(measure), policy.SumDecimals(published.Column!)),
            MeasureKind.Mean when policy.IsWeighted(published.Column!) =>
                new CountedMeasure(published.Name, Sums(measure), DecimalsOf(published.Column!), [.. sets.SelectMany(set => set.Weights[measure])]),
            MeasureKind.Mean => new CountedMeasure(published.Name, Sums(measure), DecimalsOf(published.Column!), Contributors(measure)),
            MeasureKind.Ratio => Ratio(published, measure, plan.DenominatorOf[index]),
            MeasureKind.Share => Share(published, measure < 0 ? _frequencies : Sums(measure)),
            _ => Quantile(published, measure),
        };
    }

    private int DecimalsOf(string column) => policy.Column(column)!.Decimals;

    private Int128[] Sums(int measure) => [.. sets.SelectMany(set => set.Sums[measure])];

    private Int128[] Contributors(int measure) => [.. sets.SelectMany(set => set.Contributors[measure]).Select(count => (Int128)count)];

    private CountedMeasure Ratio(TableMeasure published, int measure, int denominator)
    {
        var decimals = policy.SumDecimals(published.Denominator!) - policy.SumDecimals(published.Column!);
        return new CountedMeasure(published.Name, Scaled(Sums(measure), decimals), 0, Scaled(Sums(denominator), -decimals));
    }

    private CountedMeasure Share(TableMeasure published, Int128[] values)
    {
        var dimension = plan.Dimensions.Index().First(each => each.Item.Name == published.Of).Index;
        var places = Places();
        var totals = new Int128[values.Length];
        var cell = 0;
        foreach (var set in sets)
        {
            var levels = (int[])set.Levels.Clone();
            levels[dimension] = plan.Request.Keys[dimension].Levels[^1];
            var total = places[NameOf(levels)];
            foreach (var c in set.Representatives)
            {
                totals[cell++] = values[total[codes.Of(c, levels)]];
            }
        }

        return new CountedMeasure(published.Name, Array.ConvertAll(values, value => checked(100 * value)), 0, totals);
    }

    // Where each cell of each grouping set stands among all cells.
    private Dictionary<string, Dictionary<UInt128, int>> Places()
    {
        var places = new Dictionary<string, Dictionary<UInt128, int>>(StringComparer.Ordinal);
        var cell = 0;
        foreach (var set in sets)
        {
            places.Add(NameOf(set.Levels), set.Representatives.ToDictionary(c => codes.Of(c, set.Levels), _ => cell++));
        }

        return places;
    }

    private static string NameOf(int[] levels) => string.Join(' ', levels);

    private CountedMeasure Quantile(TableMeasure published, int measure)
    {
        var (sums, divisors) = (new List<Int128>(), new List<Int128>());
        var recount = new CellContributionRecount(upload.Classes, plan.Request.Measures[measure].Sum);
        foreach (var own in sets.SelectMany(set => recount.Of(set.CellOf, set.Representatives.Length)))
        {
            var values = own.ConvertAll(contribution => contribution.Value);
            values.Sort();
            var below = published.At * values.Count;
            var upper = (int)decimal.Floor(below);
            var lower = upper < below ? upper : upper - 1;
            sums.Add(values.Count == 0 ? 0 : values[lower] + values[upper]);
            divisors.Add(values.Count == 0 ? 0 : 2);
        }

        return new CountedMeasure(published.Name, sums, DecimalsOf(published.Column!), divisors);
    }

    private static Int128[] Scaled(Int128[] values, int decimals)
    {
        var factor = Enumerable.Repeat((Int128)10, Math.Max(0, decimals)).Aggregate((Int128)1, (product, ten) => checked(product * ten));
        return Array.ConvertAll(values, value => checked(value * factor));
    }
}
