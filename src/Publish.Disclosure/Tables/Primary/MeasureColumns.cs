namespace Publish.Disclosure.Tables.Primary;

/// <summary>What rules see of a measure, for all cells of a grouping set.</summary>
internal sealed class MeasureColumns
{
    private readonly long[] _respondents;
    private readonly long[] _contributors;
    private readonly Int128[] _totals;
    private readonly ClassContributions? _largest;
    private readonly ValueRanges? _ranges;
    private readonly Int128 _unitWeight;

    private MeasureColumns(
        int sum,
        long[] respondents,
        long[] contributors,
        Int128[] totals,
        ClassContributions? largest,
        ValueRanges? ranges,
        Int128 unitWeight)
    {
        Sum = sum;
        _respondents = respondents;
        _contributors = contributors;
        _totals = totals;
        _largest = largest;
        _ranges = ranges;
        _unitWeight = unitWeight;
    }

    /// <summary>The index into <see cref="ClassTable.Sums"/>.</summary>
    public int Sum { get; }

    /// <summary>Counts and adds up what the joint classes have of a measure.</summary>
    public static MeasureColumns Of(GroupingSetCells set, JointClasses joint, TableMeasure measure, long[] respondents)
    {
        var present = measure.PresenceKey is { } key ? joint.WherePresent(key) : joint.Real;
        var cellOf = set.CellOf.AsSpan(0, joint.Real.ClassCount);
        var contributions = measure.Sum < joint.Real.Contributions.Count ? joint.Real.Contributions[measure.Sum] : null;
        var largest = contributions?.Coarsen(cellOf, set.Count).ByClass();
        return new MeasureColumns(
            measure.Sum,
            respondents,
            measure.PresenceKey is null ? respondents : set.CountsOf(joint, present.Holdings ?? present),
            largest?.Totals ?? Array.ConvertAll(set.Sums(joint, measure), Int128.Abs),
            largest,
            measure.Sum < present.Ranges.Count ? present.Ranges[measure.Sum].Coarsen(cellOf, set.Count) : null,
            contributions?.UnitWeight ?? 1);
    }

    /// <summary>What rules see of a cell.</summary>
    public CellContributions Of(int cell) => new()
    {
        Respondents = _respondents[cell],
        Contributors = _contributors[cell],
        Total = _totals[cell],
        Largest = _largest is null ? default : _largest.Of(cell),
        UnitWeight = _unitWeight,
        IsConstant = _ranges is not null && _ranges.IsConstant(cell),
    };
}
