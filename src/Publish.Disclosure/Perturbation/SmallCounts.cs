using Publish.Codes;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary><see cref="SmallCountRounding"/> of the classes, over the cells of all tables of the edition at once.</summary>
/// <param name="roundingBase">b, at least 2.</param>
public sealed class SmallCounts(int roundingBase) : CountPerturbation
{
    private protected override (long[][] Counts, long[]? ClassCounts) Counts(
        ClassTable classes,
        IReadOnlyList<KeyHierarchy?> hierarchies,
        IReadOnlyList<ProtectedTable> tables,
        IReadOnlyList<CellPlaces> places)
    {
        if (classes.Overlaps.Respondents.Length > 0)
        {
            throw new CodedException(PerturbationCodes.RecurringRespondents);
        }

        var cellsOf = tables.SelectMany((table, t) => places[t].OfClasses(classes)
            .Select(cells => Array.ConvertAll(cells, cell => table.SystemCell[cell]))).ToArray();
        var published = Contributions(classes.ClassCount, cellsOf);
        var cellCount = published.Cells.Length == 0 ? 0 : published.Cells.Max() + 1;
        var rounded = SmallCountRounding.Round(classes.Respondents, published, cellCount, roundingBase);
        var sums = new long[cellCount];
        for (var c = 0; c < rounded.Length; c++)
        {
            foreach (var cell in published.Cells.AsSpan(published.Starts[c]..published.Starts[c + 1]))
            {
                sums[cell] = checked(sums[cell] + rounded[c]);
            }
        }

        // A protected zero is part of no class, and its number may lie behind all that are.
        return ([.. tables.Select(table => Array.ConvertAll(table.SystemCell, cell => cell < cellCount ? sums[cell] : 0))], rounded);
    }

    // A cell of two tables, or of two grouping sets that come to the same, counts once.
    private static SparseRows Contributions(int classes, int[][] cellsOf)
    {
        var starts = new int[classes + 1];
        var cells = new List<int>(checked(classes * cellsOf.Length));
        for (var c = 0; c < classes; c++)
        {
            cells.AddRange(cellsOf.Select(cellOf => cellOf[c]).Distinct().Order());
            starts[c + 1] = cells.Count;
        }

        return new SparseRows(starts, [.. cells]);
    }
}
