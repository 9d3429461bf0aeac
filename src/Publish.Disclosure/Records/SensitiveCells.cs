namespace Publish.Disclosure.Records;

/// <summary>The (class, sensitive value) cells of one node: a histogram of distinct respondents for each class.</summary>
internal sealed class SensitiveCells
{
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly long[] _respondents;
    private readonly RespondentOverlaps _overlaps;

    private SensitiveCells(int[] starts, int[] values, long[] respondents, RespondentOverlaps overlaps)
    {
        _starts = starts;
        _values = values;
        _respondents = respondents;
        _overlaps = overlaps;
    }

    /// <summary>The number of cells.</summary>
    public int Count => _values.Length;

    /// <summary>What the cells and their overlaps take in memory, in numbers.</summary>
    public int Size => (2 * Count) + _overlaps.Classes.Length;

    /// <summary>The respondents of each sensitive value of a class.</summary>
    public ReadOnlySpan<long> Histogram(int classIndex) =>
        _respondents.AsSpan(_starts[classIndex].._starts[classIndex + 1]);

    /// <summary>The sensitive values of a class, beside <see cref="Histogram"/>.</summary>
    public ReadOnlySpan<int> Values(int classIndex) => _values.AsSpan(_starts[classIndex].._starts[classIndex + 1]);

    /// <summary>Groups the classes of a table.</summary>
    /// <param name="table">The classes as collected.</param>
    /// <param name="column">The column with the sensitive value.</param>
    /// <param name="groupOf">The node's class of each class of the table.</param>
    /// <param name="groups">The number of the node's classes.</param>
    public static SensitiveCells Of(ClassTable table, int column, int[] groupOf, int groups) =>
        Group(groupOf, table.Codes[column], table.Respondents, table.Overlaps, groups);

    /// <summary>Joins the histograms of classes that a coarser node joins.</summary>
    /// <param name="groupOf">The coarser class of each class.</param>
    /// <param name="groups">The number of coarser classes.</param>
    public SensitiveCells RollUp(int[] groupOf, int groups)
    {
        var groupOfCell = new int[Count];
        for (var c = 0; c + 1 < _starts.Length; c++)
        {
            groupOfCell.AsSpan(_starts[c].._starts[c + 1]).Fill(groupOf[c]);
        }

        return Group(groupOfCell, _values, _respondents, _overlaps, groups);
    }

    private static SensitiveCells Group(
        int[] groupOf,
        int[] values,
        long[] respondents,
        RespondentOverlaps overlaps,
        int groups)
    {
        var words = new ulong[groupOf.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = ((ulong)groupOf[i] << 32) | (uint)values[i];
        }

        var cellOf = new int[groupOf.Length];
        var cells = WordGrouping.Group(words, 1, cellOf);
        var place = ByClass(words.AsSpan(0, cells), groups, out var starts);
        for (var i = 0; i < cellOf.Length; i++)
        {
            cellOf[i] = place[cellOf[i]];
        }

        var valueOfCell = new int[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            valueOfCell[place[cell]] = (int)(uint)words[cell];
        }

        var counts = RespondentCounts.ByCell(respondents, overlaps, cellOf, cells);
        return new SensitiveCells(starts, valueOfCell, counts, overlaps.Coarsen(cellOf));
    }

    // A counting sort of the cells by their class: the place of each cell, and where each class's cells start.
    private static int[] ByClass(ReadOnlySpan<ulong> words, int groups, out int[] starts)
    {
        starts = new int[groups + 1];
        foreach (var word in words)
        {
            starts[(int)(word >> 32) + 1]++;
        }

        for (var c = 0; c < groups; c++)
        {
            starts[c + 1] += starts[c];
        }

        var next = starts[..^1];
        var place = new int[words.Length];
        for (var cell = 0; cell < words.Length; cell++)
        {
            place[cell] = next[(int)(words[cell] >> 32)]++;
        }

        return place;
    }
}
