namespace Publish.Disclosure.Tables;

/// <summary>
/// What suppressing a cell costs, before its levels are weighed. All costs are counted in respondents, so that tables
/// compare.
/// </summary>
public sealed record CellCost
{
    private readonly Func<GroupingSetCells, JointClasses, double[]> _of;

    private CellCost(Func<GroupingSetCells, JointClasses, double[]> of) => _of = of;

    /// <summary>The number of the cell's respondents (the default).</summary>
    public static CellCost Respondents { get; } = new((set, _) => Array.ConvertAll(set.Respondents, count => (double)count));

    /// <summary>The same for each cell, so that few are suppressed: as much as a joint class has on average.</summary>
    public static CellCost Cells { get; } = new((set, joint) =>
        [.. Enumerable.Repeat(joint.Real.Respondents.Sum() / (double)Math.Max(1, joint.Count), set.Count)]);

    /// <summary>The index into <see cref="ClassTable.Sums"/>, or <see langword="null"/> for a cost of no sum.</summary>
    public int? Sum { get; private init; }

    /// <summary>The absolute sum of a measure, at so many units of it for one respondent.</summary>
    /// <param name="sum">The index into <see cref="ClassTable.Sums"/>; the tables need not publish it.</param>
    public static CellCost OfSum(int sum) => new((set, joint) => Sums(set, joint, sum)) { Sum = sum };

    internal double[] Of(GroupingSetCells set, JointClasses joint) => _of(set, joint);

    private static double[] Sums(GroupingSetCells set, JointClasses joint, int sum)
    {
        var all = joint.Real.Sums[sum].Aggregate(0.0, (total, value) => total + Math.Abs((double)value));
        var perUnit = all == 0 ? 0 : joint.Real.Respondents.Sum() / all;
        return Array.ConvertAll(set.Sums(joint, new TableMeasure(sum)), value => Math.Abs((double)value) * perUnit);
    }
}
