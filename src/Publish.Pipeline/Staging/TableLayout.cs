using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Staging;

/// <summary>
/// The rows of a table as they are published: for each key one column a level, coarse to fine, with the total mark where
/// the row is at a coarser level. Totals come first, then the categories in their natural order.
/// </summary>
internal sealed class TableLayout
{
    private const int Total = -1;

    /// <summary>Lays out a table.</summary>
    /// <param name="plan">The table's plan.</param>
    /// <param name="table">The table as protected.</param>
    public TableLayout(TablePlan plan, ProtectedTable table)
    {
        var columns = new List<LabelColumn>();
        for (var d = 0; d < plan.Dimensions.Count; d++)
        {
            columns.AddRange(ColumnsOf(plan, table, d));
        }

        Columns = columns;
        Order = [.. Enumerable.Range(0, table.CellCount)];
        Array.Sort(Order, Compare);
    }

    /// <summary>The label columns, in order.</summary>
    public IReadOnlyList<LabelColumn> Columns { get; }

    /// <summary>The cells in the order of their rows.</summary>
    public int[] Order { get; }

    /// <summary>The names of a dimension's columns, coarse to fine.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>The names of its published levels.</returns>
    public static IEnumerable<string> ColumnNames(PlannedDimension dimension) =>
        dimension.Columns.Select(level => dimension.Hierarchy.Levels[level].Name);

    private static IEnumerable<LabelColumn> ColumnsOf(TablePlan plan, ProtectedTable table, int d)
    {
        var dimension = plan.Dimensions[d];
        foreach (var column in dimension.Columns)
        {
            var parents = Enumerable.Range(0, dimension.Hierarchy.LevelCount)
                .Select(level => level <= column ? dimension.Hierarchy.Parents(level, column) : null)
                .ToArray();
            var codes = new int[table.CellCount];
            for (var cell = 0; cell < codes.Length; cell++)
            {
                codes[cell] = parents[table.Levels[d][cell]] is { } up ? up[table.Categories[d][cell]] : Total;
            }

            var level = dimension.Hierarchy.Levels[column];
            yield return new LabelColumn(level.Name, codes, level.Labels, plan.Release.TotalMark);
        }
    }

    private int Compare(int left, int right)
    {
        foreach (var column in Columns)
        {
            var order = column.Codes[left].CompareTo(column.Codes[right]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
