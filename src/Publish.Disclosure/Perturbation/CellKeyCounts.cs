using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// The cell key method (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013): the record keys of a cell's distinct
/// respondents are added up, and the sum looks up the noise in a perturbation table. The same respondents make the same
/// sum and so get the same noise, in every table and edition.
/// </summary>
/// <param name="perturbation">The perturbation table, of whole numbers.</param>
/// <param name="recordKeys">The record keys by class.</param>
public sealed class CellKeyCounts(PerturbationTable perturbation, RecordKeySums recordKeys) : CountPerturbation
{
    private protected override (long[][] Counts, long[]? ClassCounts) Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places) =>
        ([.. tables.Select((table, t) => CountsOf(table, places[t], classes))], null);

    private long[] CountsOf(ProtectedTable table, CellPlaces places, ClassTable classes)
    {
        var keys = new ulong[table.CellCount];
        foreach (var cellOfClass in places.OfClasses(classes))
        {
            recordKeys.AddTo(classes.Overlaps, cellOfClass, keys);
        }

        return [.. table.Respondents.Select((count, cell) => perturbation.Perturb(count, keys[cell]))];
    }
}
