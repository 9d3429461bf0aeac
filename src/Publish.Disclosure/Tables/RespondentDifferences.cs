namespace Publish.Disclosure.Tables;

/// <summary>
/// Cells of which one lies within the other and lacks fewer than t of its respondents. Where respondents recur in
/// several cells, hidden cells beside it do not blur that: 12 in the region, 10 of them in the district, so exactly 2 are
/// nowhere in the district. The two must not both be published.
/// </summary>
/// <remarks>
/// Where respondents do not recur, the difference is a sum of cells, which the equations deal with.
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
        var everyone = joint.Real.RespondentsByCell(new int[joint.Real.ClassCount], 1)[0];
        foreach (var finer in sets.Where(set => set.Respondents.Sum() > everyone))
        {
            foreach (var coarser in sets.Where(set => set.Count <= finer.Count && set != finer))
            {
                if (Refinements.Parents(coarser, finer) is { } parents)
                {
                    Add(differences, coarser, finer, parents, threshold);
                }
            }
        }

        differences.Sort();
        return differences;
    }

    private static void Add(
        List<CellCombination> differences, GroupingSetCells coarser, GroupingSetCells finer, int[] parents, int threshold)
    {
        for (var cell = 0; cell < parents.Length; cell++)
        {
            var parent = parents[cell];
            var lacking = coarser.Respondents[parent] - finer.Respondents[cell];
            if (lacking > 0 && lacking < threshold
                && finer.Rules[cell] == PrimaryRule.None && coarser.Rules[parent] == PrimaryRule.None)
            {
                differences.Add(new CellCombination(coarser.FirstCell + parent, finer.FirstCell + cell, true));
            }
        }
    }
}
