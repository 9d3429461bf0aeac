using Publish.Attacks.Intervals;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using MeasureKind = Publish.Policies.Releases.MeasureKind;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Puts the intervals that the rules ask for beside the rows of the files: the amounts and the values are those that the
/// audit worked out itself, and where Protection asks for more, that too.
/// </summary>
/// <remarks>
/// How far a count must be able to be lower is Protection's word alone: it depends on what is listed beside it in all
/// tables. What an empty row must be able to hold is too, since the audit counts no row that is not there.
/// </remarks>
internal static class RequiredIntervals
{
    /// <summary>The requirements of one table.</summary>
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
            if (demand is null && reach.All(amount => amount == 0))
            {
                continue;
            }

            var values = counted.Measures.First(column => column.Name == (measure < 0 ? CellRecount.Frequency : name)).Sums;
            Int128[] lower = measure < 0 ? new Int128[reach.Length] : [.. reach.Zip(secrets.Totals[measure], Int128.Min)];
            yield return new IntervalRequirement(
                index,
                name,
                Array.ConvertAll(rows, row => At(values, countOf, row)),
                Array.ConvertAll(rows, row => Int128.Max(At(lower, countOf, row), At(demand?.Lower ?? [], cellOf, row))),
                Array.ConvertAll(rows, row => Int128.Max(At(reach, countOf, row), At(demand?.Upper ?? [], cellOf, row))));
        }
    }

    /// <summary>The published sums of which a rule asks an interval.</summary>
    /// <param name="plan">The table's plan.</param>
    /// <param name="asked">The table as protected.</param>
    public static IEnumerable<string> Sums(TablePlan plan, ProtectedTable asked) =>
        Numbers(plan)
            .Where(number => number.Measure >= 0 && (plan.Release.Rules.NeedContributions || plan.Release.Rules.SafetyRange is not null
                || asked.Demands.Any(demand => demand.Sum == plan.Request.Measures[number.Measure].Sum)))
            .Select(number => number.Name);

    // The published counts, with −1, and sums, each with its measure.
    private static IEnumerable<(string Name, int Measure)> Numbers(TablePlan plan) =>
        plan.Release.Measures
            .Select((measure, i) => (measure.Name, measure.Kind, Measure: plan.MeasureOf[i]))
            .Where(each => each.Kind is MeasureKind.Count or MeasureKind.Sum)
            .Select(each => (each.Name, each.Kind == MeasureKind.Count ? -1 : each.Measure));

    private static Dictionary<UInt128, int> Places(UInt128[] codes)
    {
        var places = new Dictionary<UInt128, int>(codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            places[codes[i]] = i;
        }

        return places;
    }

    // A row that was not counted is empty: its value is 0, and nothing is asked of a row that nobody protected.
    private static Int128 At(IReadOnlyList<Int128> column, Dictionary<UInt128, int> places, UInt128 row) =>
        places.TryGetValue(row, out var place) && place < column.Count ? column[place] : 0;
}
