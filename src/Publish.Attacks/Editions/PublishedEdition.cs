using System.Collections.Concurrent;
using System.Globalization;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Editions;

/// <summary>
/// All tables of an edition that one audience can read. What every attack needs of them (their cells, the sums between
/// these) is worked out once, when the first attack asks for it.
/// </summary>
public sealed class PublishedEdition
{
    private readonly ConcurrentDictionary<string, Lazy<EditionLayout>> _layouts = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<MeasureFamily>> _families;

    /// <summary>Takes the tables together.</summary>
    /// <param name="tables">The tables.</param>
    public PublishedEdition(IReadOnlyList<PublishedTable> tables)
        : this(tables, _ => true)
    {
    }

    /// <summary>Takes the tables together for attacks on some of their measures alone.</summary>
    internal PublishedEdition(IReadOnlyList<PublishedTable> tables, Func<MeasureFamily, bool> isAttacked)
    {
        Tables = tables;
        _families = new(() => [.. MeasureFamily.Of(tables).Where(isAttacked)]);
    }

    /// <summary>The tables.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>The measures, those together that one system serves.</summary>
    internal IReadOnlyList<MeasureFamily> Families => _families.Value;

    /// <summary>The cells and sums of some of the tables.</summary>
    /// <param name="members">The tables, by index, ascending.</param>
    internal EditionLayout Layout(IReadOnlyList<int> members) =>
        _layouts.GetOrAdd(
            string.Join(' ', members.Select(member => member.ToString(CultureInfo.InvariantCulture))),
            _ => new Lazy<EditionLayout>(() => EditionLayout.Of([.. members.Select(member => Tables[member])]))).Value;

    /// <summary>The cells and sums of all tables.</summary>
    internal EditionLayout Layout() => Layout([.. Enumerable.Range(0, Tables.Count)]);
}
