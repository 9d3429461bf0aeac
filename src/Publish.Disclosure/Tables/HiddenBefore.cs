namespace Publish.Disclosure.Tables;

/// <summary>
/// Makes the cells primary that an earlier version of a table hid: what a correction did not change would else be shown of
/// them, and what is shown of one may solve others that the earlier version hid.
/// </summary>
/// <param name="shape">The edition.</param>
/// <param name="sets">The cells of each grouping set.</param>
internal sealed class HiddenBefore(EditionShape shape, GroupingSetCells[] sets)
{
    /// <summary>Marks the cells of a request that no rule has marked.</summary>
    /// <param name="request">The request.</param>
    public void Mark(TableRequest request)
    {
        var bySet = request.HiddenBefore
            .Select(cell => (Levels: LevelsOf(request, cell), Categories: CategoriesOf(request, cell)))
            .GroupBy(cell => shape.IndexOf(cell.Levels), cell => cell.Categories);
        foreach (var hidden in bySet)
        {
            Mark(sets[hidden.Key], [.. hidden]);
        }
    }

    private static void Mark(GroupingSetCells set, HashSet<string> hidden)
    {
        for (var cell = 0; cell < set.Count; cell++)
        {
            if (set.Rules[cell] == PrimaryRule.None && hidden.Contains(Name(set.Categories.Select(categories => categories[cell]))))
            {
                set.Rules[cell] = PrimaryRule.HiddenBefore;
            }
        }
    }

    private int[] LevelsOf(TableRequest request, HiddenCell cell)
    {
        var levels = Tops();
        foreach (var (place, asked) in request.Keys.Index())
        {
            var dimension = shape.DimensionOf(asked.Key);
            levels[dimension] = shape.Level(dimension, cell.Levels[place]).CategoryCount == 1 ? levels[dimension] : cell.Levels[place];
        }

        return levels;
    }

    private string CategoriesOf(TableRequest request, HiddenCell cell)
    {
        // A top level, and one of a single category, has category 0.
        var categories = new int[shape.Keys.Length];
        foreach (var (place, asked) in request.Keys.Index())
        {
            categories[shape.DimensionOf(asked.Key)] = cell.Categories[place];
        }

        return Name(categories);
    }

    private int[] Tops() => [.. Enumerable.Range(0, shape.Keys.Length).Select(dimension => shape.Hierarchy(dimension).Top)];

    private static string Name(IEnumerable<int> categories) => string.Join(' ', categories);
}
