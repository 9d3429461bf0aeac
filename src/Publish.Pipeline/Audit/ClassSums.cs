using Publish.Disclosure;
using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline.Audit;

/// <summary>What the audit adds up by cell from classes, beside counts and measures.</summary>
/// <param name="places">For each grouping set the cell of each class.</param>
/// <param name="cells">The number of cells.</param>
internal sealed class ClassSums(IReadOnlyList<int[]> places, int cells)
{
    /// <summary>The cell keys: record keys over distinct respondents, modulo 2⁶⁴.</summary>
    /// <param name="recordKeys">The sums by class and by group of respondents who recur.</param>
    /// <param name="overlaps">The respondents who recur.</param>
    public ulong[] Keys(RecordKeySums recordKeys, RespondentOverlaps overlaps)
    {
        var keys = new ulong[cells];
        foreach (var cellOf in places)
        {
            for (var c = 0; c < cellOf.Length; c++)
            {
                keys[cellOf[c]] = unchecked(keys[cellOf[c]] + recordKeys.ByClass[c]);
            }

            // Whoever is in m classes of one cell was added m times and belongs there once.
            for (var group = 0; group + 1 < overlaps.Starts.Length; group++)
            {
                var times = overlaps.Classes[overlaps.Starts[group]..overlaps.Starts[group + 1]].CountBy(c => cellOf[c]);
                foreach (var (cell, m) in times)
                {
                    keys[cell] = unchecked(keys[cell] - ((ulong)(m - 1) * recordKeys.ByOverlap[group]));
                }
            }
        }

        return keys;
    }
}
