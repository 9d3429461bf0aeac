using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables;

/// <summary>The cells of one grouping set, and what the rules say of each.</summary>
/// <param name="Levels">The level in each dimension.</param>
/// <param name="CellOf">The cell of each joint class, counted from 0 within the set.</param>
/// <param name="Categories"><c>Categories[dimension][cell]</c>.</param>
/// <param name="Respondents">Distinct respondents of each cell.</param>
/// <param name="Rows">Rows of each cell; 0 for a protected empty one.</param>
internal sealed record GroupingSetCells(
    int[] Levels, int[] CellOf, int[][] Categories, long[] Respondents, long[] Rows)
{
    /// <summary>The number of the set's first cell in the edition's system.</summary>
    public int FirstCell { get; init; }

    public int Count => Rows.Length;

    /// <summary>The rule that makes each cell primary, the strictest of the tables that have this set.</summary>
    public PrimaryRule[] Rules { get; } = new PrimaryRule[Rows.Length];

    /// <summary>How uncertain the count of each cell must be, if it is suppressed.</summary>
    public ProtectionLevel[] CountLevels { get; } = new ProtectionLevel[Rows.Length];

    /// <summary>The same of each sum that a rule looks at, by its index into <see cref="ClassTable.Sums"/>.</summary>
    public Dictionary<int, ProtectionLevel[]> SumLevels { get; } = [];

    /// <summary>The same of the numbers of respondents with and without a value.</summary>
    public Dictionary<ContributorCount, ProtectionLevel[]> ContributorLevels { get; } = [];

    /// <summary>What suppressing each cell costs.</summary>
    public double[] Costs { get; } = new double[Rows.Length];

    /// <summary>Whether the cells are to be kept: each is dearer than all others together that are not.</summary>
    public bool AreKept { get; private set; }

    public static GroupingSetCells Of(JointClasses joint, int[] levels)
    {
        var columns = levels.Select((level, dimension) => joint.Column(dimension, level)).ToArray();
        var partition = Partition.Of(joint.Count, columns);
        var representatives = partition.Representatives();
        var real = partition.CellOf.AsSpan(0, joint.Real.ClassCount);
        return new GroupingSetCells(
            levels,
            partition.CellOf,
            [.. columns.Select(column => Array.ConvertAll(representatives, item => column.Categories[item]))],
            joint.Real.RespondentsByCell(real, partition.CellCount),
            joint.Real.RowsByCell(real, partition.CellCount));
    }

    public Int128[] Sums(JointClasses joint, TableMeasure measure) =>
        joint.Real.SumsByCell(measure.Sum, CellOf.AsSpan(0, joint.Real.ClassCount), Count);

    /// <summary>The sampling weights of the rows with a value of a weighted measure, added up.</summary>
    public Int128[] Weights(JointClasses joint, TableMeasure measure)
    {
        var present = measure.PresenceKey is { } key ? joint.WherePresent(key) : joint.Real;
        return present.SumsByCell(measure.WeightSum!.Value, CellOf.AsSpan(0, joint.Real.ClassCount), Count);
    }

    public long[] Contributors(JointClasses joint, TableMeasure measure) =>
        measure.PresenceKey is { } key ? CountsOf(joint, joint.WherePresent(key)) : Respondents;

    /// <summary>The cells' distinct respondents as a class table over the joint classes counts them.</summary>
    public long[] CountsOf(JointClasses joint, ClassTable table) =>
        table.RespondentsByCell(CellOf.AsSpan(0, joint.Real.ClassCount), Count);

    /// <summary>Notes what suppressing the cells costs a table that has the set; the dearest of all tables holds.</summary>
    /// <param name="joint">The joint classes.</param>
    /// <param name="cost">The table's cost.</param>
    /// <param name="levelCost">What the set's levels make of it; infinite where they are to be kept.</param>
    public void AddCosts(JointClasses joint, CellCost cost, double levelCost)
    {
        AreKept |= double.IsPositiveInfinity(levelCost);
        var own = cost.Of(this, joint);
        for (var cell = 0; cell < Count; cell++)
        {
            Costs[cell] = Math.Max(Costs[cell], own[cell] * (double.IsFinite(levelCost) ? levelCost : 1));
        }
    }
}
