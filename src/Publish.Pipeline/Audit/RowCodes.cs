using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Numbers the cells of a table by the categories of its level columns, so that published rows, counted cells and
/// protected cells find each other by what they are and not by where they stand.
/// </summary>
internal sealed class RowCodes
{
    private readonly TablePlan _plan;
    private readonly UInt128[] _radix;

    /// <summary>Numbers the cells of a plan.</summary>
    /// <param name="plan">The table's plan.</param>
    public RowCodes(TablePlan plan)
    {
        _plan = plan;
        var sizes = plan.Dimensions.SelectMany(d => d.Columns.Select(column => d.Hierarchy.Levels[column].CategoryCount)).ToArray();
        _radix = new UInt128[sizes.Length];
        UInt128 radix = 1;
        for (var column = 0; column < sizes.Length; column++)
        {
            _radix[column] = radix;
            radix = checked(radix * (UInt128)(sizes[column] + 1));
        }
    }

    /// <summary>The numbers of the rows of a published table; rows with a label nobody has are given the greatest there is.</summary>
    /// <param name="table">The table as read back.</param>
    public UInt128[] Of(PublishedTable table)
    {
        var labels = _plan.Dimensions.SelectMany(d => d.Columns.Select(column => d.Hierarchy.Levels[column].Labels)).ToArray();
        var columns = table.Keys.SelectMany(key => key.Levels).Select((level, column) =>
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var code = 0; code < labels[column].Length; code++)
            {
                known.TryAdd(labels[column][code], code);
            }

            var map = level.Labels.Select(label => known.GetValueOrDefault(label, -2)).ToArray();
            return (Func<int, int>)(row => level.Codes[row] == PublishedLevel.Total ? -1 : map[level.Codes[row]]);
        }).ToArray();
        return Of(table.Rows, columns);
    }

    /// <summary>The numbers of counted cells.</summary>
    /// <param name="counted">Cells counted at every level.</param>
    public UInt128[] Of(CountedClasses counted) =>
        Of(counted.Rows, [.. counted.Levels.Select(level => (Func<int, int>)(row => level.Codes[row]))]);

    /// <summary>The numbers of protected cells.</summary>
    /// <param name="table">The table as protected.</param>
    public UInt128[] Of(ProtectedTable table)
    {
        var columns = new List<Func<int, int>>();
        for (var d = 0; d < _plan.Dimensions.Count; d++)
        {
            var (hierarchy, levels, categories) = (_plan.Dimensions[d].Hierarchy, table.Levels[d], table.Categories[d]);
            foreach (var column in _plan.Dimensions[d].Columns)
            {
                var parents = Enumerable.Range(0, hierarchy.LevelCount)
                    .Select(level => level <= column ? hierarchy.Parents(level, column) : null)
                    .ToArray();
                columns.Add(cell => parents[levels[cell]] is { } up ? up[categories[cell]] : -1);
            }
        }

        return Of(table.CellCount, [.. columns]);
    }

    private UInt128[] Of(int rows, Func<int, int>[] columns)
    {
        var codes = new UInt128[rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var code = columns[column](row);
                if (code < -1)
                {
                    codes[row] = UInt128.MaxValue;
                    break;
                }

                codes[row] += _radix[column] * (UInt128)(code + 1);
            }
        }

        return codes;
    }
}
