namespace Publish.Disclosure.Records;

/// <summary>
/// The classes of one node of the lattice. A coarser node's classes come from these by roll-up (LeFevre, DeWitt and
/// Ramakrishnan, "Incognito: efficient full-domain k-anonymity", 2005), at a cost that grows with the number of finer
/// classes and never with the rows.
/// </summary>
internal sealed class GeneralisedClasses
{
    private readonly RespondentOverlaps _overlaps;
    private readonly SensitiveCells[] _sensitive;

    private GeneralisedClasses(
        int[] levels,
        ulong[] words,
        long[] rows,
        long[] respondents,
        RespondentOverlaps overlaps,
        SensitiveCells[] sensitive)
    {
        Levels = levels;
        Words = words;
        Rows = rows;
        Respondents = respondents;
        _overlaps = overlaps;
        _sensitive = sensitive;
    }

    /// <summary>The level of each key.</summary>
    public int[] Levels { get; }

    /// <summary>The packed codes of each class.</summary>
    public ulong[] Words { get; }

    /// <summary>Rows of each class.</summary>
    public long[] Rows { get; }

    /// <summary>Distinct respondents of each class.</summary>
    public long[] Respondents { get; }

    /// <summary>The number of classes.</summary>
    public int Count => Rows.Length;

    /// <summary>What the classes take in memory, in numbers.</summary>
    public long Size =>
        (2L * Count) + Words.Length + _overlaps.Classes.Length + _sensitive.Sum(cells => (long)cells.Size);

    /// <summary>The (class, value) cells of the sensitive column in the given place of <see cref="LatticeShape.SensitiveColumns"/>.</summary>
    public SensitiveCells Sensitive(int place) => _sensitive[place];

    /// <summary>Groups the classes of a table at the given levels.</summary>
    /// <param name="shape">Keys and sensitive columns.</param>
    /// <param name="table">The classes as collected.</param>
    /// <param name="levels">One level for each key.</param>
    /// <param name="groupOf">The node's class of each class of the table.</param>
    public static GeneralisedClasses Of(LatticeShape shape, ClassTable table, int[] levels, out int[] groupOf)
    {
        var layout = shape.Layout;
        var words = new ulong[table.ClassCount * layout.WordCount];
        for (var key = 0; key < levels.Length; key++)
        {
            layout.Write(words, key, table.Codes[shape.Keys[key].Column]);
            layout.Recode(words, key, shape.Keys[key].Hierarchy.Levels[levels[key]].CategoryOf);
        }

        var groups = groupOf = new int[table.ClassCount];
        var count = WordGrouping.Group(words, layout.WordCount, groups);
        return new GeneralisedClasses(
            levels,
            words[..(count * layout.WordCount)],
            table.RowsByCell(groups, count),
            table.RespondentsByCell(groups, count),
            table.Overlaps.Coarsen(groups),
            [.. shape.SensitiveColumns.Select(column => SensitiveCells.Of(table, column, groups, count))]);
    }

    /// <summary>The classes of a coarser node.</summary>
    /// <param name="shape">Keys and sensitive columns.</param>
    /// <param name="levels">One level for each key, none finer than here.</param>
    public GeneralisedClasses RollUp(LatticeShape shape, int[] levels)
    {
        var layout = shape.Layout;
        var words = (ulong[])Words.Clone();
        for (var key = 0; key < levels.Length; key++)
        {
            if (levels[key] != Levels[key])
            {
                layout.Recode(words, key, shape.Parents(key, Levels[key], levels[key]));
            }
        }

        var groupOf = new int[Count];
        var count = WordGrouping.Group(words, layout.WordCount, groupOf);
        return new GeneralisedClasses(
            levels,
            words[..(count * layout.WordCount)],
            RespondentCounts.Sum(Rows, groupOf, count),
            RespondentCounts.ByCell(Respondents, _overlaps, groupOf, count),
            _overlaps.Coarsen(groupOf),
            [.. _sensitive.Select(cells => cells.RollUp(groupOf, count))]);
    }
}
