namespace Publish.Disclosure.Records;

/// <summary>The classes that are published, in the order of their codes, the first key first.</summary>
public sealed class PublishedClasses
{
    private PublishedClasses(int[][] codes, long[] rows, long[] respondents)
    {
        Codes = codes;
        Rows = rows;
        Respondents = respondents;
    }

    /// <summary><c>Codes[key][class]</c>: the category of a key at its chosen level.</summary>
    public int[][] Codes { get; }

    /// <summary>Rows of each class.</summary>
    public long[] Rows { get; }

    /// <summary>Distinct respondents of each class.</summary>
    public long[] Respondents { get; }

    /// <summary>The number of classes.</summary>
    public int Count => Rows.Length;

    /// <summary>Orders the classes that are kept.</summary>
    /// <param name="shape">How codes are packed.</param>
    /// <param name="judged">The classes and which are kept.</param>
    /// <param name="placeOf">The place of each class, or −1 where it is suppressed.</param>
    internal static PublishedClasses Of(LatticeShape shape, JudgedClasses judged, out int[] placeOf)
    {
        var classes = judged.Classes;
        var words = shape.Layout.WordCount;
        var kept = Enumerable.Range(0, classes.Count).Where(c => judged.IsKept[c]).ToArray();
        Array.Sort(kept, (a, b) => classes.Words.AsSpan(a * words, words).SequenceCompareTo(classes.Words.AsSpan(b * words, words)));
        placeOf = new int[classes.Count];
        Array.Fill(placeOf, GeneralisedRecords.Suppressed);
        for (var place = 0; place < kept.Length; place++)
        {
            placeOf[kept[place]] = place;
        }

        return new PublishedClasses(
            [.. Enumerable.Range(0, shape.Keys.Count).Select(key =>
                kept.Select(c => shape.Layout.Read(classes.Words, c, key)).ToArray())],
            [.. kept.Select(c => classes.Rows[c])],
            [.. kept.Select(c => classes.Respondents[c])]);
    }
}
