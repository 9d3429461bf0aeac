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
    /// <returns>One for each table, in the same order; the same for the same input and secret.</returns>
    public IReadOnlyList<PerturbedTable> Perturb(
        ClassTable classes, IReadOnlyList<KeyHierarchy?> hierarchies, IReadOnlyList<ProtectedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(hierarchies);
        ArgumentNullException.ThrowIfNull(tables);
        CellPlaces[] places = [.. tables.Select(table => new CellPlaces(table, hierarchies))];
        var counts = Counts(classes, hierarchies, tables, places);
        var listed = ListedCells.Of(tables, counts, places);
        return [.. counts.Zip(listed, (own, isListed) => new PerturbedTable(own, isListed))];
    }

    /// <summary>The published counts, by table and cell.</summary>
    private protected abstract long[][] Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places);
}
