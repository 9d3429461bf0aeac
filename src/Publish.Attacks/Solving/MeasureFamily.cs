using Publish.Attacks.Editions;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// Measures that the same tables publish and that add up in the same of them: one linear system serves them all.
/// </summary>
/// <param name="Tables">The tables, by index in the edition.</param>
/// <param name="Additive">Which of these tables the measure adds up in.</param>
/// <param name="Measures">The measures' names.</param>
internal sealed record MeasureFamily(IReadOnlyList<int> Tables, IReadOnlyList<bool> Additive, IReadOnlyList<string> Measures)
{
    /// <summary>
    /// Whether some table does not publish the measure, but numbers from which it is worked out: then each measure is known
    /// in cells of its own, and has a family of its own.
    /// </summary>
    public bool IsImplied { get; init; }

    /// <summary>The families of an edition, in the order their first measure is met.</summary>
    public static IReadOnlyList<MeasureFamily> Of(IReadOnlyList<PublishedTable> tables)
    {
        var families = new List<MeasureFamily>();
        foreach (var name in tables.SelectMany(table => table.Measures).Where(measure => measure.Kind != MeasureKind.Derived).Select(measure => measure.Name).Distinct(StringComparer.Ordinal))
        {
            var members = Enumerable.Range(0, tables.Count).Where(table => Measure(tables[table], name) is not null).ToList();
            var additive = members.ConvertAll(table => AddsUp(Measure(tables[table], name)!));
            var isImplied = members.Exists(table => Measure(tables[table], name)!.Implied is not null);
            var same = isImplied ? -1 : families.FindIndex(family => !family.IsImplied && family.Tables.SequenceEqual(members) && family.Additive.SequenceEqual(additive));
            if (same < 0)
            {
                families.Add(new MeasureFamily(members, additive, [name]) { IsImplied = isImplied });
            }
            else
            {
                families[same] = families[same] with { Measures = [.. families[same].Measures, name] };
            }
        }

        return families;
    }

    /// <summary>The measure of a name, or <see langword="null"/>.</summary>
    public static PublishedMeasure? Measure(PublishedTable table, string name) =>
        table.Measures.FirstOrDefault(measure => measure.Name == name);

    /// <summary>Whether the sum between two grouping sets holds: some table in which the measure adds up shows the parts.</summary>
    public bool[] AdditiveSets(EditionCells edition)
    {
        var additive = new bool[edition.Sets.Count];
        for (var member = 0; member < Tables.Count; member++)
        {
            if (Additive[member])
            {
                foreach (var published in edition.CellOfRow[member].Select(edition.SetOf).Distinct())
                {
                    for (var set = 0; set < additive.Length; set++)
                    {
                        additive[set] |= edition.Sets.IsCoarserOrEqual(set, published);
                    }
                }
            }
        }

        return additive;
    }

    // A mean beside a count gives the sum away, so means are attacked as the sums they stand for.
    private static bool AddsUp(PublishedMeasure measure) => measure.IsAdditive || measure.Kind == MeasureKind.Mean;
}
