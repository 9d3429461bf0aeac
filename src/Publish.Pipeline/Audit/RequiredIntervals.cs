using Publish.Attacks.Intervals;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using MeasureKind = Publish.Policies.Releases.MeasureKind;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Puts the intervals that the rules ask for beside the rows of the files: the amounts are the rules', the values are
/// the audit's own count.
/// </summary>
internal static class RequiredIntervals
{
    /// <summary>The requirements of one table.</summary>
    /// <param name="index">The table, by index in the edition.</param>
    /// <param name="table">The table as read back.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="asked">The table as protected; only what is asked of its cells is looked at.</param>
    /// <param name="counted">The audit's count of its cells.</param>
    public static IEnumerable<IntervalRequirement> Of(
        int index, PublishedTable table, TablePlan plan, ProtectedTable asked, CountedClasses counted)
    {
        if (asked.Demands.Count == 0)
        {
            yield break;
        }

        var codes = new RowCodes(plan);
        var rows = codes.Of(table);
        var cellOf = Places(codes.Of(asked));
        var countOf = Places(codes.Of(counted));
        foreach (var demand in asked.Demands)
        {
            foreach (var name in NamesOf(plan, demand))
            {
                var values = counted.Measures.First(measure => measure.Name == (demand.Sum is null ? CellRecount.Frequency : name));
                yield return new IntervalRequirement(
                    index,
                    name,
                    Array.ConvertAll(rows, row => At(values.Sums, countOf, row)),
                    Array.ConvertAll(rows, row => At(demand.Lower, cellOf, row)),
                    Array.ConvertAll(rows, row => At(demand.Upper, cellOf, row)));
            }
        }
    }

    /// <summary>The published sums of which a rule asks an interval.</summary>
    /// <param name="plan">The table's plan.</param>
    /// <param name="asked">The table as protected.</param>
    public static IEnumerable<string> Sums(TablePlan plan, ProtectedTable asked) =>
        asked.Demands.Where(demand => demand.Sum is not null).SelectMany(demand => NamesOf(plan, demand));

    private static IEnumerable<string> NamesOf(TablePlan plan, CellDemand demand) =>
        plan.Release.Measures
            .Where((measure, i) => demand.Sum is null
                ? measure.Kind == MeasureKind.Count
                : measure.Kind == MeasureKind.Sum && plan.Request.Measures[plan.MeasureOf[i]].Sum == demand.Sum)
            .Select(measure => measure.Name);

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
        places.TryGetValue(row, out var place) ? column[place] : 0;
}
