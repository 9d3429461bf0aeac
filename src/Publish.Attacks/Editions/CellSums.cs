namespace Publish.Attacks.Editions;

/// <summary>All sums between the cells of a grouping set and those of the sets that cover it.</summary>
internal static class CellSums
{
    /// <summary>The sums in a fixed order.</summary>
    public static IEnumerable<CellSum> Of(EditionCells edition)
    {
        for (var set = 0; set < edition.Sets.Count; set++)
        {
            foreach (var finer in edition.Covers[set])
            {
                foreach (var sum in Between(edition, set, finer))
                {
                    yield return sum;
                }
            }
        }
    }

    private static List<CellSum> Between(EditionCells edition, int set, int finer)
    {
        var slotOf = new Dictionary<UInt128, int>();
        var totals = new List<int>();
        var parts = new List<List<int>>();
        foreach (var part in edition.CellsOf(finer))
        {
            if (!edition.TryProject(part, set, out var code))
            {
                continue;
            }

            if (!slotOf.TryGetValue(code, out var slot))
            {
                slot = totals.Count;
                slotOf.Add(code, slot);
                totals.Add(edition.Find(code));
                parts.Add([]);
            }

            parts[slot].Add(part);
        }

        var met = totals.ToHashSet();
        foreach (var childless in edition.CellsOf(set).Where(cell => !met.Contains(cell)))
        {
            totals.Add(childless);
            parts.Add([]);
        }

        return [.. totals.Select((total, slot) => new CellSum(total, [.. parts[slot]], finer))];
    }
}
