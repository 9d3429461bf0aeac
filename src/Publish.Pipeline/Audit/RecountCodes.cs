using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Audit;

/// <summary>Says which cell of a grouping set a class is in, from the hierarchies alone.</summary>
internal sealed class RecountCodes
{
    private readonly TablePlan _plan;
    private readonly int[][] _codes;
    private readonly int _classCount;

    // _parts[dimension][level][category as collected]: what the dimension adds to a cell's number.
    private readonly Dictionary<int, UInt128[]>[] _parts;

    /// <summary>Numbers the cells of a table.</summary>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="plan">The table's plan.</param>
    public RecountCodes(GroupedUpload upload, TablePlan plan)
    {
        _plan = plan;
        _classCount = upload.Classes.ClassCount;
        _codes = [.. plan.Request.Keys.Select(key => upload.Classes.Codes[key.Key])];
        _parts = new Dictionary<int, UInt128[]>[plan.Dimensions.Count];
        UInt128 radix = 1;
        for (var d = 0; d < _parts.Length; d++)
        {
            _parts[d] = [];
            var hierarchy = plan.Dimensions[d].Hierarchy;
            foreach (var level in plan.Request.Keys[d].Levels)
            {
                _parts[d].Add(level, Array.ConvertAll(hierarchy.Levels[level].CategoryOf, category => radix * (UInt128)category));
            }

            radix = checked(radix * (UInt128)plan.Request.Keys[d].Levels.Max(level => hierarchy.Levels[level].CategoryCount));
        }
    }

    /// <summary>Every choice of one published level (or the total) in each dimension, the last dimension fastest.</summary>
    public IReadOnlyList<int[]> Sets()
    {
        IEnumerable<int[]> sets = [[]];
        foreach (var key in _plan.Request.Keys)
        {
            sets = [.. sets.SelectMany(set => key.Levels.Select(level => (int[])[.. set, level]))];
        }

        return [.. sets];
    }

    /// <summary>The number of a class's cell, unique within the grouping set.</summary>
    /// <param name="c">The class.</param>
    /// <param name="levels">The grouping set.</param>
    public UInt128 Of(int c, int[] levels)
    {
        UInt128 code = 0;
        for (var d = 0; d < levels.Length; d++)
        {
            code += _parts[d][levels[d]][_codes[d][c]];
        }

        return code;
    }

    /// <summary>The cell of each class, counted from 0 in the order of their first classes, and how many there are.</summary>
    /// <param name="levels">The grouping set.</param>
    public (int[] Of, int Count) CellsOf(int[] levels)
    {
        var cells = new Dictionary<UInt128, int>();
        var cellOf = new int[_classCount];
        for (var c = 0; c < cellOf.Length; c++)
        {
            var code = Of(c, levels);
            if (!cells.TryGetValue(code, out cellOf[c]))
            {
                cells.Add(code, cellOf[c] = cells.Count);
            }
        }

        return (cellOf, cells.Count);
    }

    /// <summary>What a class's cell shows in a column: its category, or −1 where the column is finer than the grouping set.</summary>
    /// <param name="c">The class.</param>
    /// <param name="dimension">The column's dimension.</param>
    /// <param name="column">The column's level.</param>
    /// <param name="levels">The grouping set.</param>
    public int Category(int c, int dimension, int column, int[] levels) =>
        column >= levels[dimension] ? _plan.Dimensions[dimension].Hierarchy.Levels[column].CategoryOf[_codes[dimension][c]] : -1;
}
