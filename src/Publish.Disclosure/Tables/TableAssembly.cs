using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>Lays out the cells of one request, in its own order of keys.</summary>
internal sealed class TableAssembly(
    EditionShape shape, JointClasses joint, GroupingSetCells[] sets, SuppressionPattern pattern, int index)
{
    private readonly TableRequest _request = shape.Requests[index];
    private readonly int[] _dimensions = [.. shape.Requests[index].Keys.Select(key => shape.DimensionOf(key.Key))];

    public ProtectedTable Build()
    {
        var own = shape.SetsOf[index].Select(levels => sets[shape.IndexOf(levels)]).ToArray();
        var orders = Array.ConvertAll(own, Ordered);
        var rules = Gather(own, orders, set => set.Rules);
        var systemCells = Gather<int>(own, orders, set => [.. Enumerable.Range(set.FirstCell, set.Count)]);
        var status = systemCells.Zip(rules, (cell, rule) => StatusOf(cell, rule)).ToArray();
        var respondents = Gather(own, orders, set => set.Respondents);
        Int128[][] sums = [.. _request.Measures.Select(measure => Gather(own, orders, set => set.Sums(joint, measure)))];
        return new ProtectedTable
        {
            Request = _request,
            Levels = AskedLevels(own),
            Categories = Array.ConvertAll(_dimensions, d => Gather(own, orders, set => set.Categories[d])),
            Respondents = respondents,
            Rows = Gather(own, orders, set => set.Rows),
            Sums = sums,
            Contributors =
            [
                .. _request.Measures.Select(measure => Gather(own, orders, set => set.Contributors(joint, measure))),
            ],
            Weights =
            [
                .. _request.Measures.Select(measure =>
                    measure.WeightSum is null ? [] : Gather(own, orders, set => set.Weights(joint, measure))),
            ],
            Quantiles =
            [
                .. _request.Measures.Select(measure => measure.Quantiles
                    .Select(at => Gather(own, orders, set => CellQuantiles.Of(set, joint, measure, at)))
                    .ToArray()),
            ],
            Status = status,
            Rule = rules,
            SystemCell = systemCells,
            Shields = Array.ConvertAll(systemCells, cell => pattern.Shields[cell]),
            Costs = Gather(own, orders, set => set.AreKept ? [.. Enumerable.Repeat(double.PositiveInfinity, set.Count)] : set.Costs),
            Demands = [.. pattern.Demands.Where(demand => demand.Contributors is null).Select(demand => new CellDemand(
                demand.Sum,
                Array.ConvertAll(systemCells, cell => demand.Lower[cell]),
                Array.ConvertAll(systemCells, cell => demand.Upper[cell])))],
            Summary = Summarise(status, rules, respondents, sums),
        };
    }

    private CellStatus StatusOf(int systemCell, PrimaryRule rule) =>
        rule != PrimaryRule.None ? CellStatus.Primary
        : pattern.IsSuppressed[systemCell] ? CellStatus.Secondary
        : CellStatus.Published;

    /// <summary>The cells of a set in ascending order of their categories, in the request's order of keys.</summary>
    private int[] Ordered(GroupingSetCells set) =>
        Partition.Of(set.Count, _dimensions.Select(d => (set.Categories[d], shape.Level(d, set.Levels[d]).CategoryCount)))
            .Representatives();

    private static T[] Gather<T>(GroupingSetCells[] own, int[][] orders, Func<GroupingSetCells, T[]> column)
    {
        var gathered = new T[own.Sum(set => set.Count)];
        var next = 0;
        for (var set = 0; set < own.Length; set++)
        {
            var values = column(own[set]);
            foreach (var cell in orders[set])
            {
                gathered[next++] = values[cell];
            }
        }

        return gathered;
    }

    /// <summary>The levels as asked for, also where the system knows one under the name of the top level.</summary>
    private int[][] AskedLevels(GroupingSetCells[] own)
    {
        var levels = Array.ConvertAll(_dimensions, _ => new int[own.Sum(set => set.Count)]);
        var next = 0;
        for (var set = 0; set < own.Length; set++)
        {
            var rest = set;
            for (var d = _dimensions.Length - 1; d >= 0; d--)
            {
                var asked = _request.Keys[d].Levels;
                Array.Fill(levels[d], asked[rest % asked.Count], next, own[set].Count);
                rest /= asked.Count;
            }

            next += own[set].Count;
        }

        return levels;
    }

    private static SuppressionSummary Summarise(
        CellStatus[] status, PrimaryRule[] rules, long[] respondents, Int128[][] sums)
    {
        var secondary = Enumerable.Range(0, status.Length).Where(cell => status[cell] == CellStatus.Secondary).ToArray();
        return new SuppressionSummary(
            status.Length,
            rules.Where(rule => rule != PrimaryRule.None).CountBy(rule => rule).ToDictionary(),
            secondary.Length,
            secondary.Aggregate((Int128)0, (sum, cell) => checked(sum + respondents[cell])),
            [.. sums.Select(column => secondary.Aggregate((Int128)0, (sum, cell) => checked(sum + Int128.Abs(column[cell]))))]);
    }
}
