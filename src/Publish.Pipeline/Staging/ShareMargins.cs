using System.Runtime.InteropServices;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;

namespace Publish.Pipeline.Staging;

/// <summary>Finds, for each cell, the cell that is the total over one key beside the same categories of the others.</summary>
internal static class ShareMargins
{
    /// <summary>The total of each cell.</summary>
    /// <param name="plan">The table's plan.</param>
    /// <param name="table">The table as protected.</param>
    /// <param name="key">The key's name.</param>
    /// <returns>For each cell a cell; the cell itself where it is a total already.</returns>
    public static int[] Of(TablePlan plan, ProtectedTable table, string key)
    {
        var over = plan.Dimensions.Select((dimension, d) => (dimension.Name, d)).First(entry => entry.Name == key).d;
        var top = plan.Dimensions[over].Hierarchy.Top;
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            if (table.Levels[over][cell] == top)
            {
                totals[PlaceOf(table, cell, over)] = cell;
            }
        }

        var margins = new int[table.CellCount];
        for (var cell = 0; cell < margins.Length; cell++)
        {
            margins[cell] = totals[PlaceOf(table, cell, over)];
        }

        return margins;
    }

    // The levels and categories of all other dimensions, as the characters of a text.
    private static string PlaceOf(ProtectedTable table, int cell, int over)
    {
        var place = new int[2 * table.Levels.Length];
        for (var d = 0; d < table.Levels.Length; d++)
        {
            (place[2 * d], place[(2 * d) + 1]) = d == over ? (0, 0) : (table.Levels[d][cell], table.Categories[d][cell]);
        }

        return new string(MemoryMarshal.Cast<int, char>(place));
    }
}
