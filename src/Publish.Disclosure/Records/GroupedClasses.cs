namespace Publish.Disclosure.Records;

/// <summary>The classes of a table by some of its columns, as they are, and their histograms of one sensitive column.</summary>
internal sealed class GroupedClasses
{
    private GroupedClasses(int[] groupOf, int count)
    {
        GroupOf = groupOf;
        Count = count;
    }

    /// <summary>The group of each class of the table.</summary>
    public int[] GroupOf { get; }

    /// <summary>The number of groups.</summary>
    public int Count { get; }

    /// <summary>Groups a table's classes by the codes of some columns.</summary>
    public static GroupedClasses By(ClassTable table, IReadOnlyList<int> columns)
    {
        var layout = new CodeLayout([.. columns.Select(column => table.Codes[column].DefaultIfEmpty().Max() + 1)]);
        var words = new ulong[table.ClassCount * layout.WordCount];
        for (var key = 0; key < columns.Count; key++)
        {
            layout.Write(words, key, table.Codes[columns[key]]);
        }

        var groupOf = new int[table.ClassCount];
        return new GroupedClasses(groupOf, WordGrouping.Group(words, layout.WordCount, groupOf));
    }
}
