namespace Publish.Disclosure.Tables;

/// <summary>
/// Cells of which one lies within the other and lacks fewer than t of its respondents. Where respondents recur in
/// several cells, hidden cells beside it do not blur that: 12 in the region, 10 of them in the district, so exactly 2 are
/// nowhere in the district. The two must not both be published.
/// </summary>
/// <remarks>
/// Where respondents do not recur, the difference is a sum of cells, which the equations deal with.
/// The same holds of those who have a value of a measure, where a mean tells how many they are.
/// </remarks>
internal static class RespondentDifferences
{
    /// <summary>Finds the differences, over all pairs of grouping sets of which one is finer.</summary>
    public static List<CellCombination> Find(EditionShape shape, JointClasses joint, IReadOnlyList<GroupingSetCells> sets)
    {
        var differences = new List<CellCombination>();
        if (joint.Real.Overlaps.Respondents.Length == 0)
        {
            return differences;
        }

        var threshold = shape.Requests.Max(request => request.Threshold);
        Add(differences, sets, joint.Real, [.. sets.Select(set => set.Respondents)], threshold);
        foreach (var measure in EditionShape.ToldContributors(shape.Requests))
        {
            Add(differences, sets, joint.WherePresent(measure.PresenceKey!.Value), [.. sets.Select(set => set.Contributors(joint, measure))], threshold);
        }

        return [.. differences.Distinct().Order()];
    }

    // The differences of one number of respondents, over the sets in which somebody is counted more than once.
    private static void Add(
        List<CellCombination> differences, IReadOnlyList<GroupingSetCells> sets, ClassTable counted, long[][] counts, int threshold)
    {
        var everyone = counted.RespondentsByCell(new int[counted.ClassCount], 1)[0];
        for (var finer = 0; finer < sets.Count; finer++)
        {
            for (var coarser = 0; coarser < sets.Count && counts[finer].Sum() > everyone; coarser++)
            {
                if (coarser != finer && sets[coarser].Count <= sets[finer].Count && Refinements.Parents(sets[coarser], sets[finer]) is { } parents)
                {
                    Add(differences, (sets[coarser], counts[coarser]), (sets[finer], counts[finer]), parents, threshold);
                }
            }
        }
    }

    private static void Add(
        List<CellCombination> differences,
        (GroupingSetCells Cells, long[] Counts) coarser,
        (GroupingSetCells Cells, long[] Counts) finer,
        int[] parents,
        int threshold)
    {
        for (var cell = 0; cell < parents.Length; cell++)
        {
            var parent = parents[cell];
            var lacking = coarser.Counts[parent] - finer.Counts[cell];
            if (lacking > 0 && lacking < threshold
                && finer.Cells.Rules[cell] == PrimaryRule.None && coarser.Cells.Rules[parent] == PrimaryRule.None)
            {
                differences.Add(new CellCombination(coarser.Cells.FirstCell + parent, finer.Cells.FirstCell + cell, true));
            }
        }
    }
}
