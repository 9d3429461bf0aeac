using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Puts counted cells in the order of a file's rows, those without a row behind all others: a finding about a cell then
/// names the row that a reader of the file sees.
/// </summary>
internal static class FileOrder
{
    /// <summary>Reorders the cells.</summary>
    /// <param name="table">The table as read back.</param>
    /// <param name="codes">What makes rows and cells find each other.</param>
    /// <param name="cells">Cells counted at every level.</param>
    /// <param name="places">For each grouping set the cell of each class.</param>
    /// <returns>The cells and places; rows of the file that were not counted have no cell.</returns>
    public static (CountedClasses Cells, IReadOnlyList<int[]> Places) Of(
        PublishedTable table, RowCodes codes, CountedClasses cells, IReadOnlyList<int[]> places)
    {
        var rowOf = new Dictionary<UInt128, int>();
        foreach (var (row, code) in codes.Of(table).Index())
        {
            rowOf.TryAdd(code, row);
        }

        var own = codes.Of(cells);
        int[] order = [.. Enumerable.Range(0, cells.Rows).OrderBy(cell => rowOf.GetValueOrDefault(own[cell], int.MaxValue))];
        var placeOf = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            placeOf[order[place]] = place;
        }

        var ordered = new CountedClasses(
            [.. cells.Levels.Select(level => level with { Codes = Pick(level.Codes, order) })],
            [.. cells.Measures.Select(measure => measure with
            {
                Sums = Pick(measure.Sums, order),
                Divisors = measure.Divisors is null ? null : Pick(measure.Divisors, order),
            })],
            areCells: true);
        return (ordered, [.. places.Select(cellOf => Array.ConvertAll(cellOf, cell => placeOf[cell]))]);
    }

    private static T[] Pick<T>(IReadOnlyList<T> column, int[] order) => Array.ConvertAll(order, cell => column[cell]);
}
