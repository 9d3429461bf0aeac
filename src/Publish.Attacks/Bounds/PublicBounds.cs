using Publish.Attacks.Editions;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Bounds;

/// <summary>What everyone knows of each cell of one measure before any sum is looked at.</summary>
internal static class PublicBounds
{
    /// <summary>Published cells have their value; suppressed counts are whole, and what the options say.</summary>
    /// <param name="edition">The cells.</param>
    /// <param name="values">The published values of a measure that is exact.</param>
    /// <param name="options">What the public knows.</param>
    public static CellIntervals Of(EditionCells edition, CellValues values, BoundOptions options)
    {
        var intervals = new CellIntervals(edition.Count);
        for (var cell = 0; cell < edition.Count; cell++)
        {
            if (values[cell] is { } value)
            {
                intervals.Raise(cell, value);
                intervals.Lower(cell, value);
            }
        }

        foreach (var (table, member) in edition.Tables.Select((table, member) => (table, member)))
        {
            if (MeasureFamily.Measure(table, values.Name)!.Implied is { } implied)
            {
                Restrict(intervals, edition.CellOfRow[member], table, implied);
            }
        }

        var isCount = MeasureFamily.Measure(edition.Tables[0], values.Name)!.Kind == MeasureKind.Count;
        for (var member = 0; member < edition.Tables.Count && isCount; member++)
        {
            var table = edition.Tables[member];
            for (var row = 0; row < table.Rows; row++)
            {
                if (table.IsSuppressed(row))
                {
                    Restrict(intervals, edition.CellOfRow[member][row], table.MayHideZeros, options);
                }
            }
        }

        return intervals;
    }

    private static void Restrict(CellIntervals intervals, int[] cells, PublishedTable table, ImpliedBounds implied)
    {
        for (var row = 0; row < cells.Length; row++)
        {
            if (!table.IsSuppressed(row))
            {
                intervals.Raise(cells[row], implied.Low[row]);
                intervals.Lower(cells[row], implied.High[row]);
            }
        }
    }

    private static void Restrict(CellIntervals intervals, int cell, bool mayBeZero, BoundOptions options)
    {
        if (options.PresentMeansAtLeastOne && !mayBeZero)
        {
            intervals.Raise(cell, 1);
        }

        if (options.SuppressedIsBelow is { } bound)
        {
            intervals.Lower(cell, bound - 1);
        }
    }
}
