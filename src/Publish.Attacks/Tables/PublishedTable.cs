using System.Text;

namespace Publish.Attacks.Tables;

/// <summary>
/// A table release as anyone can read it: key columns, numbers and status. A combination of a published grouping set
/// (of levels that at least one row shows) that has no row is a cell with value 0.
/// </summary>
public sealed class PublishedTable
{
    /// <summary>The status of a suppressed cell.</summary>
    public const string SuppressedMark = "c";

    /// <summary>The mark of a column that is summed away, unless the caller says otherwise.</summary>
    public const string DefaultTotalMark = "Total";

    /// <summary>Creates a table.</summary>
    /// <param name="name">The release's name, used in witnesses.</param>
    /// <param name="keys">The key variables; their names, and the names of all levels, are distinct.</param>
    /// <param name="measures">The numbers.</param>
    /// <param name="status">One mark a row: empty for published, <see cref="SuppressedMark"/> for suppressed.</param>
    /// <param name="totalMark">The mark of columns summed away, for witnesses.</param>
    /// <param name="mayHideZeros">Whether a suppressed row may be an empty cell. By default it has at least one.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or names repeat.</exception>
    public PublishedTable(
        string name,
        IReadOnlyList<PublishedKey> keys,
        IReadOnlyList<PublishedMeasure> measures,
        IReadOnlyList<string> status,
        string totalMark = DefaultTotalMark,
        bool mayHideZeros = false)
    {
        (Name, Keys, Measures, Status, TotalMark) = (name, keys, measures, status, totalMark);
        MayHideZeros = mayHideZeros;
        var levels = keys.SelectMany(key => key.Levels).ToList();
        if (levels.Any(level => level.Codes.Count != Rows) || measures.Any(measure => measure.Values.Count != Rows))
        {
            throw new ArgumentException("All columns of a table have one value a row.", nameof(keys));
        }

        if (keys.Any(key => key.Levels.Count == 0)
            || keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Count() != keys.Count
            || levels.Select(level => level.Name).Distinct(StringComparer.Ordinal).Count() != levels.Count
            || measures.Select(measure => measure.Name).Distinct(StringComparer.Ordinal).Count() != measures.Count)
        {
            throw new ArgumentException("Keys have levels, and the names of keys, levels and measures are distinct.", nameof(keys));
        }
    }

    /// <summary>The release's name.</summary>
    public string Name { get; }

    /// <summary>The key variables.</summary>
    public IReadOnlyList<PublishedKey> Keys { get; }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<PublishedMeasure> Measures { get; }

    /// <summary>One mark a row.</summary>
    public IReadOnlyList<string> Status { get; }

    /// <summary>The mark of columns summed away.</summary>
    public string TotalMark { get; }

    /// <summary>Whether a suppressed row may be an empty cell; where not, it says "at least one".</summary>
    public bool MayHideZeros { get; }

    /// <summary>How many cells the file shows.</summary>
    public int Rows => Status.Count;

    /// <summary>Whether a row is a suppressed cell.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsSuppressed(int row) => Status[row] == SuppressedMark;

    /// <summary>The measure of a name.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public PublishedMeasure Measure(string name) =>
        Measures.FirstOrDefault(measure => measure.Name == name) ?? throw new ArgumentException("The table has no such measure.", nameof(name));

    /// <summary>The cell of a row in words: the table and every key column with its label, as published.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Describe(int row)
    {
        var text = new StringBuilder(Name).Append(" (");
        var separator = "";
        foreach (var level in Keys.SelectMany(key => key.Levels))
        {
            var code = level.Codes[row];
            text.Append(separator).Append(level.Name).Append(' ');
            text.Append(code == PublishedLevel.Total ? TotalMark : level.Labels[code]);
            separator = ", ";
        }

        return text.Append(')').ToString();
    }
}
