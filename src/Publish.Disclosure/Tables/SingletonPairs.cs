namespace Publish.Disclosure.Tables;

/// <summary>
/// Lines whose only two primary cells include one with a single respondent. That respondent knows its own cell, so were
/// these two the only suppressed cells of the line, it could work out the other. The two together are protected as if
/// they were one primary cell: then something else of the line stays suppressed too, or its total does.
/// </summary>
/// <remarks>
/// What a singleton could work out over several lines, and coalitions of respondents, are not covered here.
/// </remarks>
internal static class SingletonPairs
{
    /// <summary>Finds the pairs, over all lines from one grouping set to another that is coarser in one dimension.</summary>
    public static List<CellCombination> Find(EditionShape shape, IReadOnlyList<GroupingSetCells> sets)
    {
        var pairs = new HashSet<CellCombination>();
        foreach (var request in shape.Requests)
        {
            foreach (var (finer, coarser) in Lines(shape, request))
            {
                Add(pairs, sets[finer], sets[coarser]);
            }
        }

        return [.. pairs.Order()];
    }

    private static IEnumerable<(int Finer, int Coarser)> Lines(EditionShape shape, TableRequest request)
    {
        var own = shape.SetsOf[shape.Requests.ToList().IndexOf(request)];
        foreach (var set in own)
        {
            foreach (var asked in request.Keys)
            {
                var dimension = shape.DimensionOf(asked.Key);
                var next = own
                    .Where(other => other[dimension] > set[dimension] && DifferOnlyIn(dimension, set, other))
                    .MinBy(other => other[dimension]);
                if (next is not null)
                {
                    yield return (shape.IndexOf(set), shape.IndexOf(next));
                }
            }
        }
    }

    private static bool DifferOnlyIn(int dimension, int[] a, int[] b) =>
        a.Where((level, d) => d != dimension && level != b[d]).Any() is false;

    private static void Add(HashSet<CellCombination> pairs, GroupingSetCells finer, GroupingSetCells coarser)
    {
        var first = new int[coarser.Count];
        var second = new int[coarser.Count];
        var primaries = new int[coarser.Count];
        var isCounted = new bool[finer.Count];
        for (var item = 0; item < finer.CellOf.Length; item++)
        {
            var (child, parent) = (finer.CellOf[item], coarser.CellOf[item]);
            if (isCounted[child] || finer.Rules[child] == PrimaryRule.None)
            {
                continue;
            }

            isCounted[child] = true;
            primaries[parent]++;
            (first[parent], second[parent]) = (second[parent], child);
        }

        for (var parent = 0; parent < coarser.Count; parent++)
        {
            if (primaries[parent] == 2
                && (finer.Respondents[first[parent]] == 1 || finer.Respondents[second[parent]] == 1))
            {
                var (a, b) = (finer.FirstCell + first[parent], finer.FirstCell + second[parent]);
                pairs.Add(new CellCombination(Math.Min(a, b), Math.Max(a, b), false));
            }
        }
    }
}
