namespace Publish.Attacks.Editions;

/// <summary>
/// All sums between the cells of a grouping set and those of the sets that cover it, in a fixed order. A sum is a cell
/// and all present cells of one finer grouping set that make it up; absent parts are 0.
/// </summary>
internal sealed class CellSums
{
    private readonly List<int> _totals = [];
    private readonly List<int> _finerSets = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _parts = [];

    private CellSums()
    {
    }

    /// <summary>Number of sums.</summary>
    public int Count => _totals.Count;

    /// <summary>Finds the sums.</summary>
    public static CellSums Of(EditionCells edition)
    {
        var sums = new CellSums();
        var slotOfTotal = new int[edition.Count];
        for (var set = 0; set < edition.Sets.Count; set++)
        {
            foreach (var finer in edition.Covers[set])
            {
                sums.AddBetween(edition, set, finer, slotOfTotal);
            }
        }

        return sums;
    }

    /// <summary>The cell that is the sum, or −1 where it is absent although parts are present.</summary>
    public int Total(int sum) => _totals[sum];

    /// <summary>The grouping set of the parts.</summary>
    public int FinerSet(int sum) => _finerSets[sum];

    /// <summary>The parts; none where a cell has no finer one.</summary>
    public ReadOnlySpan<int> Parts(int sum) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts)[_starts[sum].._starts[sum + 1]];

    // Sums in the order their first part is met, those without any part last; parts in the order of the cells.
    private void AddBetween(EditionCells edition, int set, int finer, int[] slotOfTotal)
    {
        foreach (var total in edition.CellsOf(set))
        {
            slotOfTotal[total] = -1;
        }

        var totals = new List<int>();
        var slotOfAbsent = new Dictionary<UInt128, int>();
        var parts = edition.CellsOf(finer);
        var slots = new int[parts.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = edition.TryProject(parts[i], set, out var code)
                ? Slot(edition.Find(code), code, totals, slotOfTotal, slotOfAbsent)
                : -1;
        }

        var met = totals.Count;
        totals.AddRange(edition.CellsOf(set).Where(cell => slotOfTotal[cell] < 0));
        Append(totals, finer, parts, slots, met);
    }

    private static int Slot(int total, UInt128 code, List<int> totals, int[] slotOfTotal, Dictionary<UInt128, int> slotOfAbsent)
    {
        var slot = total < 0 ? slotOfAbsent.GetValueOrDefault(code, -1) : slotOfTotal[total];
        if (slot >= 0)
        {
            return slot;
        }

        slot = totals.Count;
        totals.Add(total);
        if (total < 0)
        {
            slotOfAbsent.Add(code, slot);
        }
        else
        {
            slotOfTotal[total] = slot;
        }

        return slot;
    }

    private void Append(List<int> totals, int finer, IReadOnlyList<int> parts, int[] slots, int met)
    {
        var first = _parts.Count;
        var next = new int[met + 1];
        foreach (var slot in slots.Where(slot => slot >= 0))
        {
            next[slot + 1]++;
        }

        for (var slot = 0; slot < met; slot++)
        {
            next[slot + 1] += next[slot];
        }

        for (var slot = 0; slot < totals.Count; slot++)
        {
            _totals.Add(totals[slot]);
            _finerSets.Add(finer);
            _starts.Add(first + next[Math.Min(slot + 1, met)]);
        }

        System.Runtime.InteropServices.CollectionsMarshal.SetCount(_parts, first + next[met]);
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] >= 0)
            {
                _parts[first + next[slots[i]]++] = parts[i];
            }
        }
    }
}
