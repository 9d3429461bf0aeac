using System.Runtime.InteropServices;

namespace Publish.Disclosure.Tables.Greedy;

/// <summary>
/// Publishes cells whose counts are whole and positive, which may tell more than the equations do. A candidate whose
/// value others tell anyway is published with them or not at all.
/// </summary>
/// <param name="state">Where the attempt stands.</param>
/// <param name="intervals">What the counts published so far leave of the others.</param>
internal sealed class CountPublication(PublicationState state, CountIntervals intervals)
{
    /// <summary>Lets the counts of cells be known that the equations allow to publish.</summary>
    /// <param name="cells">The cells.</param>
    /// <returns>False where that would tell a suppressed cell.</returns>
    public bool TryTell(List<int> cells)
    {
        if (cells.Count > 0
            && (intervals.TryPublish(CollectionsMarshal.AsSpan(cells), state.IsSuppressed) >= 0 || FixKnown(-1, []) >= 0))
        {
            return false;
        }

        intervals.Keep();
        return true;
    }

    /// <returns>−1 when the cell is published; otherwise a suppressed cell that it would give away.</returns>
    public int TryPublish(int cell)
    {
        var shielded = intervals.TryPublish([cell], state.IsSuppressed);
        if (shielded >= 0)
        {
            state.ProtectAsPrimary(cell);
            return shielded;
        }

        var harmless = new List<int>();
        shielded = FixKnown(cell, harmless);
        shielded = shielded < 0 ? state.TryFix(cell) : shielded;
        if (shielded < 0)
        {
            intervals.Keep();
            return -1;
        }

        intervals.TakeBack();
        Republish(harmless, cell);
        return shielded;
    }

    /// <summary>
    /// Fixes the other cells that the counts tell if the one at hand is published, unless one of them gives a primary
    /// away.
    /// </summary>
    private int FixKnown(int cell, List<int> harmless)
    {
        foreach (var known in intervals.Known.Where(known => !state.IsPublished[known] && known != cell))
        {
            var shielded = state.TryFix(known);
            if (shielded >= 0)
            {
                state.Suppress(known, shielded);
                return shielded;
            }

            state.IsPublished[known] = true;
            harmless.Add(known);
        }

        return -1;
    }

    /// <summary>The cells that were fixed before one was refused are published without what was to tell them.</summary>
    private void Republish(List<int> harmless, int refused)
    {
        if (harmless.Count == 0)
        {
            return;
        }

        if (intervals.TryPublish(CollectionsMarshal.AsSpan(harmless), state.IsSuppressed) >= 0
            || intervals.Known.Any(known => !state.IsPublished[known]))
        {
            state.Conflicts.Add(refused);
        }

        intervals.Keep();
    }
}
