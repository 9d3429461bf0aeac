namespace Publish.Attacks.Differences;

/// <summary>
/// Cheap proofs that something does not follow from what is published: of four classes that lie in two groups of one table
/// and in two groups of the others, one each, two can gain what the other two lose, and no published number changes
/// (Diaconis and Sturmfels 1998, the basic moves of a two-way table). Few are tried: no proof says nothing.
/// </summary>
internal sealed class Swaps
{
    private const int MostTried = 32;

    // For each table: the group of each class in it, and in all others; and the classes by group.
    private readonly List<(int[] Own, int[] Other, Dictionary<(int Own, int Other), int> Class, ILookup<int, int> ByOwn, ILookup<int, int> ByOther)> _tables = [];

    /// <summary>Groups the classes.</summary>
    public Swaps(JointCells cells)
    {
        for (var table = 0; table < cells.KnownIn.Length; table++)
        {
            var own = Groups(cells.KnownIn[table]);
            var other = Groups([.. Enumerable.Range(0, cells.Count).Select(c => cells.KnownIn.Where((_, i) => i != table).SelectMany(known => known[c]).ToArray())]);
            var classes = Enumerable.Range(0, cells.Count);
            _tables.Add((own, other, classes.DistinctBy(c => (own[c], other[c])).ToDictionary(c => (own[c], other[c])), classes.ToLookup(c => own[c]), classes.ToLookup(c => other[c])));
        }
    }

    /// <summary>Whether a swap changes how much a set of classes holds.</summary>
    /// <param name="set">The classes.</param>
    public bool CanChange(IReadOnlySet<int> set)
    {
        int In(int item) => set.Contains(item) ? 1 : 0;

        foreach (var (own, other, classes, byOwn, byOther) in _tables)
        {
            foreach (var member in set.Take(MostTried))
            {
                foreach (var beside in byOwn[own[member]].Take(MostTried))
                {
                    if (other[beside] == other[member] && In(beside) == 0)
                    {
                        return true;
                    }

                    foreach (var across in byOther[other[member]].Take(MostTried))
                    {
                        if (classes.TryGetValue((own[across], other[beside]), out var opposite)
                            && 1 - In(beside) - In(across) + In(opposite) != 0)
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    private static int[] Groups(int[][] cells)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(cells, own => groups.TryGetValue(string.Join(' ', own), out var group) ? group : groups[string.Join(' ', own)] = groups.Count);
    }
}
