namespace Publish.Disclosure.Tables.Cover;

/// <summary>Where the joint classes lie among each other, and which cells of every grouping set they are counted in.</summary>
internal sealed class ClassGrid
{
    private const int MostViews = 64;
    private readonly int[][] _codes;
    private readonly int[][] _cellOf;
    private readonly int[] _firstCells;
    private readonly ClassLookup _lookup;

    private ClassGrid(ClassAxis[] axes, int[][] codes, GroupingSetCells[] sets)
    {
        Axes = axes;
        _codes = codes;
        _cellOf = [.. sets.Select(set => set.CellOf)];
        _firstCells = [.. sets.Select(set => set.FirstCell)];
        CellCount = sets.Sum(set => set.Count);
        _lookup = new ClassLookup(codes, [.. axes.Select(axis => axis.CodeCount)]);
    }

    public IReadOnlyList<ClassAxis> Axes { get; }

    public int ClassCount => _codes.Length == 0 ? _cellOf[0].Length : _codes[0].Length;

    public int SetCount => _cellOf.Length;

    public int CellCount { get; }

    /// <summary>Lays the joint classes out; <see langword="null"/> when the tables see one axis in too many ways.</summary>
    public static ClassGrid? Of(EditionShape shape, JointClasses joint, GroupingSetCells[] sets)
    {
        var groups = AxisGroups.Of(joint.Codes);
        ClassAxis[] axes = [.. groups.Select(group => AxisOf(shape, joint, sets, group))];
        return Array.Exists(axes, axis => axis.ViewCount > MostViews) ? null : new ClassGrid(axes, [.. groups.Select(group => joint.Codes[group[0]])], sets);
    }

    public int Code(int axis, int item) => _codes[axis][item];

    /// <summary>The cell a class is counted in.</summary>
    public int Cell(int set, int item) => _firstCells[set] + _cellOf[set][item];

    /// <summary>The grouping set of a cell.</summary>
    public int SetOf(int cell)
    {
        var set = Array.BinarySearch(_firstCells, cell);
        return set >= 0 ? set : ~set - 1;
    }

    /// <summary>The class with these codes, or −1.</summary>
    public int Find(ReadOnlySpan<int> codes) => _lookup.Find(codes);

    private static ClassAxis AxisOf(EditionShape shape, JointClasses joint, GroupingSetCells[] sets, int[] dimensions)
    {
        var lead = dimensions[0];
        var codeCount = shape.Level(lead, shape.FinestLevels[lead]).CategoryCount;
        var sample = new int[codeCount];
        Array.Fill(sample, -1);
        for (var item = 0; item < joint.Codes[lead].Length; item++)
        {
            sample[joint.Codes[lead][item]] = item;
        }

        int[][] levels = [.. sets.Select(set => dimensions.Select(dimension => set.Levels[dimension]).ToArray())];
        int[][] views = [.. levels.DistinctBy(view => string.Join(' ', view)).OrderBy(view => view.Sum())];
        return new ClassAxis(
            [.. views.Select(view => Categories(shape, joint, dimensions, view, sample))],
            [.. levels.Select(level => Array.FindIndex(views, view => view.AsSpan().SequenceEqual(level)))]);
    }

    private static int[] Categories(EditionShape shape, JointClasses joint, int[] dimensions, int[] view, int[] sample)
    {
        var categories = new int[sample.Length];
        for (var d = 0; d < dimensions.Length; d++)
        {
            var parents = shape.Parents(dimensions[d], shape.FinestLevels[dimensions[d]], view[d]);
            var count = shape.Level(dimensions[d], view[d]).CategoryCount;
            for (var code = 0; code < sample.Length; code++)
            {
                var own = sample[code] < 0 ? 0 : parents[joint.Codes[dimensions[d]][sample[code]]];
                categories[code] = checked(categories[code] * count + own);
            }
        }

        return categories;
    }
}
