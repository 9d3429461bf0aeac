using Publish.Attacks.Tables;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Corrections;

/// <summary>Finds the cells that an earlier version of a table hid in the terms of the class table.</summary>
/// <param name="plan">The table's plan.</param>
internal sealed class HiddenCells(TablePlan plan)
{
    private readonly Dictionary<string, int>?[][] _categories =
        [.. plan.Dimensions.Select(dimension => dimension.Columns.Select(_ => (Dictionary<string, int>?)null).ToArray())];

    /// <summary>Finds them.</summary>
    /// <param name="before">The earlier version.</param>
    /// <returns>The cells; those with a label that nobody has now are left out, and so are all of a table laid out otherwise.</returns>
    public IReadOnlyList<HiddenCell> Of(PublishedTable before)
    {
        var hidden = new List<HiddenCell>();
        var columns = before.Keys.Select(key => string.Join('\0', key.Levels.Select(level => level.Name)));
        if (!columns.SequenceEqual(plan.Dimensions.Select(dimension => string.Join('\0', dimension.Columns.Select(column => dimension.Hierarchy.Levels[column].Name)))))
        {
            return hidden;
        }

        for (var row = 0; row < before.Rows; row++)
        {
            if (before.IsSuppressed(row) && CellOf(before, row) is { } cell)
            {
                hidden.Add(cell);
            }
        }

        return hidden;
    }

    private HiddenCell? CellOf(PublishedTable before, int row)
    {
        var levels = new int[plan.Dimensions.Count];
        var categories = new int[levels.Length];
        for (var d = 0; d < levels.Length; d++)
        {
            var depth = before.Keys[d].Depth(row);
            if (depth == 0)
            {
                levels[d] = plan.Request.Keys[d].Levels[^1];
                continue;
            }

            levels[d] = plan.Dimensions[d].Columns[depth - 1];
            var path = string.Join('\0', before.Keys[d].Levels.Take(depth).Select(level => level.Labels[level.Codes[row]]));
            if (!CategoriesOf(d, depth).TryGetValue(path, out categories[d]))
            {
                return null;
            }
        }

        return new HiddenCell(levels, categories);
    }

    // By the labels down to the level, since two places in two regions may have one name.
    private Dictionary<string, int> CategoriesOf(int d, int depth)
    {
        if (_categories[d][depth - 1] is { } known)
        {
            return known;
        }

        var dimension = plan.Dimensions[d];
        var finest = dimension.Columns[depth - 1];
        var parents = dimension.Columns.Take(depth).Select(column => (Level: dimension.Hierarchy.Levels[column], Up: dimension.Hierarchy.Parents(finest, column))).ToArray();
        var categories = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var category = 0; category < dimension.Hierarchy.Levels[finest].CategoryCount; category++)
        {
            categories[string.Join('\0', parents.Select(parent => parent.Level.Labels[parent.Up[category]]))] = category;
        }

        return _categories[d][depth - 1] = categories;
    }
}
