namespace Publish.Disclosure.Tables;

/// <summary>
/// Which grouping sets are finer than which: every cell of the finer lies in one cell of the coarser. Judged by the
/// joint classes and not by the levels, so that a key that determines another is taken into account.
/// </summary>
internal static class Refinements
{
    /// <summary>
    /// The pairs with none in between; every other sum between two sets follows from theirs, and so does every bound.
    /// </summary>
    /// <returns>The indices of the two sets, and the coarser cell of each finer one, both counted within their sets.</returns>
    public static List<(int Coarser, int Finer, int[] Parents)> Of(IReadOnlyList<GroupingSetCells> sets)
    {
        int[] ascending = [.. Enumerable.Range(0, sets.Count).OrderBy(set => sets[set].Count).ThenBy(set => set)];
        var isFiner = new bool[sets.Count, sets.Count];
        var pairs = new List<(int Coarser, int Finer, int[] Parents)>();
        for (var rank = sets.Count - 1; rank >= 0; rank--)
        {
            var coarser = ascending[rank];
            var covers = new List<int>();
            foreach (var finer in ascending.Skip(rank + 1))
            {
                if (covers.Exists(cover => isFiner[cover, finer]))
                {
                    isFiner[coarser, finer] = true;
                }
                else if (Parents(sets[coarser], sets[finer]) is { } parents)
                {
                    isFiner[coarser, finer] = true;
                    covers.Add(finer);
                    pairs.Add((coarser, finer, parents));
                }
            }
        }

        return pairs;
    }

    /// <summary>The coarser cell of each finer one, or <see langword="null"/> when one lies in several.</summary>
    public static int[]? Parents(GroupingSetCells coarser, GroupingSetCells finer)
    {
        var parents = new int[finer.Count];
        Array.Fill(parents, -1);
        for (var item = 0; item < finer.CellOf.Length; item++)
        {
            ref var parent = ref parents[finer.CellOf[item]];
            if (parent >= 0 && parent != coarser.CellOf[item])
            {
                return null;
            }

            parent = coarser.CellOf[item];
        }

        return parents;
    }
}
