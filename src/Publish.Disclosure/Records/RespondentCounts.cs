namespace Publish.Disclosure.Records;

/// <summary>Sums over classes that are joined into cells.</summary>
internal static class RespondentCounts
{
    /// <summary>Distinct respondents of each cell: sums less the respondents met twice.</summary>
    public static long[] ByCell(long[] respondents, RespondentOverlaps overlaps, ReadOnlySpan<int> cellOf, int cells)
    {
        var counts = Sum(respondents, cellOf, cells);
        if (overlaps.Respondents.Length > 0)
        {
            overlaps.TakeAwayRepeats(cellOf, counts);
        }

        return counts;
    }

    /// <summary>The sum of a column for each cell.</summary>
    public static long[] Sum(long[] column, ReadOnlySpan<int> cellOf, int cells)
    {
        var sums = new long[cells];
        for (var i = 0; i < cellOf.Length; i++)
        {
            sums[cellOf[i]] = checked(sums[cellOf[i]] + column[i]);
        }

        return sums;
    }
}
