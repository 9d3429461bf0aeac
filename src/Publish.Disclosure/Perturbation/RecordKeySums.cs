namespace Publish.Disclosure.Perturbation;

/// <summary>
/// Sums of record keys modulo 2⁶⁴, from which every cell's key is worked out over its distinct respondents: a respondent
/// met in several classes of a cell is added once.
/// </summary>
/// <param name="byClass">The sum over the distinct respondents of each class.</param>
/// <param name="byOverlap">The sum over the respondents of each group of <see cref="ClassTable.Overlaps"/>.</param>
public sealed class RecordKeySums(ulong[] byClass, ulong[] byOverlap)
{
    /// <summary>The sum over the distinct respondents of each class.</summary>
    public ulong[] ByClass { get; } = byClass;

    /// <summary>The sum over the respondents of each group of overlaps.</summary>
    public ulong[] ByOverlap { get; } = byOverlap;

    /// <summary>Works out the keys of cells.</summary>
    /// <param name="overlaps">The respondents in several classes.</param>
    /// <param name="cellOfClass">The cell each class belongs to, or −1 for none.</param>
    /// <param name="cellKeys">Takes the sums; zero to begin with.</param>
    public void AddTo(RespondentOverlaps overlaps, ReadOnlySpan<int> cellOfClass, Span<ulong> cellKeys)
    {
        ArgumentNullException.ThrowIfNull(overlaps);
        for (var c = 0; c < cellOfClass.Length; c++)
        {
            if (cellOfClass[c] >= 0)
            {
                cellKeys[cellOfClass[c]] = unchecked(cellKeys[cellOfClass[c]] + ByClass[c]);
            }
        }

        // Inclusion, then each repeat taken away, as RespondentOverlaps does with counts.
        var lastGroup = new int[cellKeys.Length];
        Array.Fill(lastGroup, -1);
        for (var group = 0; group < ByOverlap.Length; group++)
        {
            foreach (var c in overlaps.Classes.AsSpan(overlaps.Starts[group]..overlaps.Starts[group + 1]))
            {
                var cell = cellOfClass[c];
                if (cell >= 0)
                {
                    cellKeys[cell] = lastGroup[cell] == group ? unchecked(cellKeys[cell] - ByOverlap[group]) : cellKeys[cell];
                    lastGroup[cell] = group;
                }
            }
        }
    }
}
