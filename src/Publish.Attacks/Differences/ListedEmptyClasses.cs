using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;

namespace Publish.Attacks.Differences;

/// <summary>
/// Joint classes that nobody is in and a reader cannot tell to be empty: a table lists the row they would be counted in, and
/// withholds it. Who offers others is not believed.
/// </summary>
public static class ListedEmptyClasses
{
    /// <summary>Leaves the classes that occur, and of those that are said to be empty the ones that could occur.</summary>
    /// <param name="published">All tables of the edition.</param>
    /// <param name="classes">The classes that occur, then those that are said to be empty.</param>
    /// <param name="occurring">How many of them occur.</param>
    /// <returns>The classes, in their order.</returns>
    public static CountedClasses Keep(PublishedEdition published, CountedClasses classes, int occurring)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(classes);
        var edition = published.Layout().Cells;
        var cells = new ClassCells(edition, classes);
        int[][] finest = [.. Enumerable.Range(0, edition.PublishedSets).Where(set => edition.Covers[set].Count == 0).Select(cells.In)];
        var withheld = edition.Tables.Index()
            .SelectMany(table => Enumerable.Range(0, table.Item.Rows).Where(table.Item.IsSuppressed).Select(row => edition.CellOfRow[table.Index][row]))
            .ToHashSet();
        int[] kept = [.. Enumerable.Range(0, classes.Rows).Where(row => row < occurring || finest.Any(column => withheld.Contains(column[row])))];
        return new CountedClasses([.. classes.Levels.Select(level => level with { Codes = [.. kept.Select(row => level.Codes[row])] })], []);
    }
}
