using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// A way of changing the counts of an edition before they are published, on top of suppression or instead of it. Cells
/// stay suppressed as they were: what is published is made of numbers that might all have been published as they are.
/// </summary>
public abstract class CountPerturbation
{
    /// <summary>Changes the counts of all tables of an edition; one cell in two tables gets one number.</summary>
    /// <param name="classes">The classes of the edition.</param>
    /// <param name="hierarchies">The hierarchy of each key by key index; may be null for keys no table names.</param>
    /// <param name="tables">The tables as protected.</param>
    /// <returns>The published counts; the same for the same input and secret.</returns>
    public PerturbedEdition Perturb(
        ClassTable classes, IReadOnlyList<KeyHierarchy?> hierarchies, IReadOnlyList<ProtectedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(hierarchies);
        ArgumentNullException.ThrowIfNull(tables);
        CellPlaces[] places = [.. tables.Select(table => new CellPlaces(table, hierarchies))];
        var (counts, classCounts) = Counts(classes, hierarchies, tables, places);
        var listed = ListedCells.Of(tables, counts, places);
        return new PerturbedEdition([.. counts.Zip(listed, (own, isListed) => new PerturbedTable(own, isListed))], classCounts);
    }

    /// <summary>The published counts, by table and cell, and those of the classes where cells are the sums of these.</summary>
    private protected abstract (long[][] Counts, long[]? ClassCounts) Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places);
}
