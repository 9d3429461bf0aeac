namespace Publish.Disclosure.Tables;

/// <summary>The sums that each cell is a part of, and those it is the total of.</summary>
internal sealed class SumsByCell
{
    private readonly int[] _partStarts;
    private readonly int[] _partOf;
    private readonly int[] _totalStarts;
    private readonly int[] _totalOf;

    public SumsByCell(CountSums sums)
    {
        var parts = new List<(int Cell, int Sum)>();
        var totals = new List<(int Cell, int Sum)>();
        for (var sum = 0; sum < sums.Count; sum++)
        {
            totals.Add((sums.Total(sum), sum));
            foreach (var part in sums.Parts(sum))
            {
                parts.Add((part, sum));
            }
        }

        (_partStarts, _partOf) = Group(sums.CellCount, parts);
        (_totalStarts, _totalOf) = Group(sums.CellCount, totals);
    }

    /// <summary>The sums that a cell is a part of.</summary>
    public ReadOnlySpan<int> AsPart(int cell) => _partOf.AsSpan(_partStarts[cell].._partStarts[cell + 1]);

    /// <summary>The sums that add up to a cell.</summary>
    public ReadOnlySpan<int> AsTotal(int cell) => _totalOf.AsSpan(_totalStarts[cell].._totalStarts[cell + 1]);

    private static (int[] Starts, int[] Sums) Group(int cellCount, List<(int Cell, int Sum)> entries)
    {
        var starts = new int[cellCount + 1];
        foreach (var (cell, _) in entries)
        {
            starts[cell + 1]++;
        }

        for (var cell = 0; cell < cellCount; cell++)
        {
            starts[cell + 1] += starts[cell];
        }

        var next = starts[..cellCount];
        var sums = new int[entries.Count];
        foreach (var (cell, sum) in entries)
        {
            sums[next[cell]++] = sum;
        }

        return (starts, sums);
    }
}
