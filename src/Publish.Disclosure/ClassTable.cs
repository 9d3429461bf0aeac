using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure;

/// <summary>
/// The classes (combinations of key values as collected) of one edition, and what is known of each. All rules work on
/// this table; no rule sees a row of the upload.
/// </summary>
/// <remarks>
/// Respondents may recur in several classes, so their number cannot be added up from class to cell.
/// <see cref="RespondentsByCell"/> counts exactly: it adds the classes' numbers and takes away the respondents met
/// twice, which <see cref="Overlaps"/> lists.
/// </remarks>
public sealed class ClassTable
{
    /// <summary>Creates the table over arrays it does not copy.</summary>
    /// <param name="codes"><c>codes[key][class]</c>: the category of a key as collected, from 0.</param>
    /// <param name="respondents">Distinct respondents of each class, at least 0.</param>
    /// <param name="rows">Rows of each class, at least 1.</param>
    /// <param name="sums"><c>sums[measure][class]</c>: the sum of a measure, in units of its last decimal.</param>
    /// <param name="overlaps">The respondents that are in more than one class.</param>
    /// <exception cref="ArgumentException">The arrays disagree about the number of classes.</exception>
    public ClassTable(int[][] codes, long[] respondents, long[] rows, Int128[][] sums, RespondentOverlaps overlaps)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(respondents);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(overlaps);
        if (rows.Length != respondents.Length
            || codes.Any(column => column.Length != rows.Length)
            || sums.Any(column => column.Length != rows.Length))
        {
            throw new ArgumentException("Every array of a class table has one entry a class.", nameof(codes));
        }

        Codes = codes;
        Respondents = respondents;
        Rows = rows;
        Sums = sums;
        Overlaps = overlaps;
    }

    /// <summary><c>Codes[key][class]</c>: the category of a key as collected.</summary>
    public int[][] Codes { get; }

    /// <summary>Distinct respondents of each class.</summary>
    public long[] Respondents { get; }

    /// <summary>Rows of each class.</summary>
    public long[] Rows { get; }

    /// <summary><c>Sums[measure][class]</c>, in units of the measure's last decimal.</summary>
    public Int128[][] Sums { get; }

    /// <summary>The respondents that are in more than one class.</summary>
    public RespondentOverlaps Overlaps { get; }

    /// <summary>
    /// For each measure who adds how much to which class, or <see langword="null"/> where no rule asks. Default: none.
    /// </summary>
    public IReadOnlyList<ContributionTable?> Contributions { get; init; } = [];

    /// <summary>For each measure the least and the greatest value of each class's rows. Default: none.</summary>
    public IReadOnlyList<ValueRanges> Ranges { get; init; } = [];

    /// <summary>
    /// The same classes with their holdings counted in place of respondents, where respondents of one holding are one to
    /// the rules; <see langword="null"/> (the default) where each stands for itself.
    /// </summary>
    public ClassTable? Holdings { get; init; }

    /// <summary>The number of classes.</summary>
    public int ClassCount => Rows.Length;

    /// <summary>The number of keys.</summary>
    public int KeyCount => Codes.Length;

    /// <summary>Counts the distinct respondents of each cell.</summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellCount">The number of cells.</param>
    /// <returns>Distinct respondents of each cell.</returns>
    public long[] RespondentsByCell(ReadOnlySpan<int> cellOfClass, int cellCount)
    {
        var counts = AddUp(Respondents, cellOfClass, cellCount);
        Overlaps.TakeAwayRepeats(cellOfClass, counts);
        return counts;
    }

    /// <summary>Counts, for each class, the respondents that are in no other: they add up, whatever classes are joined.</summary>
    /// <returns>At least 0 each.</returns>
    public long[] LoneRespondents()
    {
        var lone = (long[])Respondents.Clone();
        for (var group = 0; group < Overlaps.Respondents.Length; group++)
        {
            foreach (var item in Overlaps.Classes.AsSpan(Overlaps.Starts[group]..Overlaps.Starts[group + 1]))
            {
                lone[item] = checked(lone[item] - Overlaps.Respondents[group]);
            }
        }

        return lone;
    }

    /// <summary>Counts the rows of each cell.</summary>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellCount">The number of cells.</param>
    /// <returns>Rows of each cell.</returns>
    public long[] RowsByCell(ReadOnlySpan<int> cellOfClass, int cellCount) => AddUp(Rows, cellOfClass, cellCount);

    /// <summary>Adds up a measure for each cell.</summary>
    /// <param name="measure">The index into <see cref="Sums"/>.</param>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellCount">The number of cells.</param>
    /// <returns>The sum of each cell, in units of the measure's last decimal.</returns>
    /// <exception cref="OverflowException">A sum leaves the range of <see cref="Int128"/>.</exception>
    public Int128[] SumsByCell(int measure, ReadOnlySpan<int> cellOfClass, int cellCount)
    {
        var sums = new Int128[cellCount];
        var column = Sums[measure];
        for (var c = 0; c < cellOfClass.Length; c++)
        {
            if (cellOfClass[c] >= 0)
            {
                sums[cellOfClass[c]] = checked(sums[cellOfClass[c]] + column[c]);
            }
        }

        return sums;
    }

    private static long[] AddUp(long[] column, ReadOnlySpan<int> cellOfClass, int cellCount)
    {
        var counts = new long[cellCount];
        for (var c = 0; c < cellOfClass.Length; c++)
        {
            if (cellOfClass[c] >= 0)
            {
                counts[cellOfClass[c]] = checked(counts[cellOfClass[c]] + column[c]);
            }
        }

        return counts;
    }
}
