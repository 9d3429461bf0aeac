using Publish.Attacks.Intervals;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Puts the intervals that the rules ask for beside the rows of the files: the amounts and the values are those that the
/// audit worked out itself from the policy and the classes; where Protection asks for more, that is asked too.
/// </summary>
internal static class RequiredIntervals
{
    /// <summary>The requirements of one table, of what it publishes and of what its means, ratios, shares and quantiles tell.</summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="table">The table as read back.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="asked">The table as protected; only what is asked of its cells is looked at.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    /// <param name="secrets">What the rules say of these.</param>
    public static IEnumerable<IntervalRequirement> Of(
        int index, PublishedTable table, TablePlan plan, ProtectedTable asked, CountedClasses counted, SecretCells secrets)
    {
        var codes = new RowCodes(plan);
        var rows = codes.Of(table);
        var (cellOf, countOf) = (Places(codes.Of(asked)), Places(codes.Of(counted)));
        foreach (var (name, measure) in Numbers(plan))
        {
            var demand = asked.Demands.FirstOrDefault(demand => demand.Sum == (measure < 0 ? null : plan.Request.Measures[measure].Sum));
            var reach = measure < 0 ? secrets.CountReach : secrets.SumReach[measure];
            var values = counted.Measures.First(column => column.Name == (measure < 0 ? CellRecount.Frequency : name)).Sums;
            Int128[] lower = measure < 0 ? secrets.CountLower : [.. reach.Zip(secrets.Totals[measure], Int128.Min)];

            // That a listed row is empty is a secret by itself: somebody may be in it.
            var empty = !RemovableRespondents.ListsEmptyRows(plan) ? 0 : measure < 0 ? 1 : secrets.EmptyReach[measure];
            yield return new IntervalRequirement(
                index,
                name,
                Array.ConvertAll(rows, row => At(values, countOf, row)),
                Array.ConvertAll(rows, row => Int128.Max(At(lower, countOf, row), At(demand?.Lower ?? [], cellOf, row))),
                Array.ConvertAll(rows, row => Int128.Max(At(reach, countOf, row, empty), At(demand?.Upper ?? [], cellOf, row))));
        }
    }

    /// <summary>The sums of which an interval is asked, each with its measure in the request.</summary>
    /// <param name="plan">The table's plan.</param>
    public static IEnumerable<(string Name, int Measure)> Sums(TablePlan plan) => Numbers(plan).Where(number => number.Measure >= 0);

    // The count, with −1, and the sum of each measure column, whether they are published or other numbers are made of them.
    private static IEnumerable<(string Name, int Measure)> Numbers(TablePlan plan) =>
        plan.Release.Measures
            .SelectMany((measure, i) => measure.Column is null ? [] : measure.Denominator is null
                ? new[] { (PublishedFormulas.SumOf(measure.Column), plan.MeasureOf[i]) }
                : [(PublishedFormulas.SumOf(measure.Column), plan.MeasureOf[i]), (PublishedFormulas.SumOf(measure.Denominator), plan.DenominatorOf[i])])
            .Prepend((CellRecount.Frequency, -1))
            .Distinct();

    private static Dictionary<UInt128, int> Places(UInt128[] codes)
    {
        var places = new Dictionary<UInt128, int>(codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            places[codes[i]] = i;
        }

        return places;
    }

    // A row that was not counted is empty.
    private static Int128 At(IReadOnlyList<Int128> column, Dictionary<UInt128, int> places, UInt128 row, Int128 empty = default) =>
        places.TryGetValue(row, out var place) && place < column.Count ? column[place] : empty;
}
