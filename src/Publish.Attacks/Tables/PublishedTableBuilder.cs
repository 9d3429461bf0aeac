namespace Publish.Attacks.Tables;

/// <summary>Builds a <see cref="PublishedTable"/> from the columns of a file, in the file's order.</summary>
/// <param name="name">The release's name.</param>
/// <param name="totalMark">The mark of columns summed away.</param>
public sealed class PublishedTableBuilder(string name, string totalMark = PublishedTable.DefaultTotalMark)
{
    private readonly List<PublishedKey> _keys = [];
    private readonly List<PublishedMeasure> _measures = [];

    /// <summary>Adds a key variable.</summary>
    /// <param name="key">The variable's name.</param>
    /// <param name="levels">The level columns, coarse to fine, each a name and one label a row.</param>
    public PublishedTableBuilder Key(string key, params IReadOnlyList<(string Name, IReadOnlyList<string> Labels)> levels)
    {
        _keys.Add(new PublishedKey(
            key,
            [.. levels.Select(level => PublishedLevel.FromLabels(level.Name, level.Labels, totalMark))]));
        return this;
    }

    /// <summary>Adds a column of numbers.</summary>
    /// <param name="measure">The column.</param>
    public PublishedTableBuilder Measure(PublishedMeasure measure)
    {
        _measures.Add(measure);
        return this;
    }

    /// <summary>Makes the table.</summary>
    /// <param name="status">The status column.</param>
    /// <param name="mayHideZeros">Whether a suppressed row may be an empty cell. By default it has at least one.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or names repeat.</exception>
    public PublishedTable Build(IReadOnlyList<string> status, bool mayHideZeros = false) =>
        new(name, _keys, _measures, status, totalMark, mayHideZeros);
}
