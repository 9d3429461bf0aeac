using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Decides which cells of an edition have a row. An absent combination reads as 0, and so does a cell that is published
/// as 0: were one absent and the other not, the row would tell that somebody is there.
/// </summary>
internal static class ListedCells
{
    /// <summary>Decides for all tables of an edition together, so that a cell of two tables is listed in both or in none.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="counts">The published counts, by table and cell.</param>
    /// <param name="places">The places of each table's cells.</param>
    /// <returns>By table and cell, whether there is a row.</returns>
    public static bool[][] Of(IReadOnlyList<ProtectedTable> tables, long[][] counts, IReadOnlyList<CellPlaces> places)
    {
        var listed = new HashSet<int>();
        var parents = places.Select(place => place.Parents()).ToArray();
        for (var t = 0; t < tables.Count; t++)
        {
            for (var cell = 0; cell < tables[t].CellCount; cell++)
            {
                if (counts[t][cell] != 0 || tables[t].Status[cell] != CellStatus.Published)
                {
                    listed.Add(tables[t].SystemCell[cell]);
                }
            }
        }

        // A listed cell's totals are listed, in each table that has it, until nothing is added.
        for (var before = -1; before != listed.Count;)
        {
            before = listed.Count;
            for (var t = 0; t < tables.Count; t++)
            {
                AddTotals(tables[t], parents[t], listed);
            }
        }

        return [.. tables.Select(table => table.SystemCell.Select(listed.Contains).ToArray())];
    }

    // Cells are ordered fine to coarse, so that one pass takes a cell's totals up to the top.
    private static void AddTotals(ProtectedTable table, int[][] parents, HashSet<int> listed)
    {
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            if (listed.Contains(table.SystemCell[cell]))
            {
                foreach (var parent in parents[cell])
                {
                    listed.Add(table.SystemCell[parent]);
                }
            }
        }
    }
}
