namespace Publish.Disclosure.Tables.Linked;

/// <summary>
/// The cells that no table shows and a rule forbids to be known: each once, and none that is the same people as a cell of a
/// table.
/// </summary>
internal sealed class OverlapCells
{
    private OverlapCells(IReadOnlyList<GroupingSetCells> sets, IReadOnlyList<(int Set, int Cell)> secret, IReadOnlyList<int[]> rests) =>
        (Sets, Secret, Rests) = (sets, secret, rests);

    /// <summary>The overlaps of tables, as grouping sets.</summary>
    public IReadOnlyList<GroupingSetCells> Sets { get; }

    /// <summary>The secret cells of these, by set and by cell within it.</summary>
    public IReadOnlyList<(int Set, int Cell)> Secret { get; }

    /// <summary>The secret rests of cells, by their joint classes.</summary>
    public IReadOnlyList<int[]> Rests { get; }

    /// <summary>The number of secrets; overlaps come first, then rests.</summary>
    public int Count => Secret.Count + Rests.Count;

    /// <summary>Finds the secrets.</summary>
    /// <param name="shape">The tables.</param>
    /// <param name="joint">The joint classes.</param>
    /// <param name="published">The published grouping sets, with what the rules say.</param>
    public static OverlapCells Of(EditionShape shape, JointClasses joint, IReadOnlyList<GroupingSetCells> published)
    {
        if (shape.Requests.Count < 2)
        {
            return new OverlapCells([], [], []);
        }

        var known = published.SelectMany(set => ClassSetDigest.Of(set.CellOf, set.Count)).ToHashSet();
        var sets = OverlapSets.Overlaps(shape, joint, published);
        var secret = new List<(int Set, int Cell)>();
        foreach (var (index, set) in sets.Index())
        {
            var digests = ClassSetDigest.Of(set.CellOf, set.Count);
            secret.AddRange(Enumerable.Range(0, set.Count).Where(cell => IsSecret(set, cell) && known.Add(digests[cell])).Select(cell => (index, cell)));
        }

        var rests = new List<int[]>();
        foreach (var set in OverlapSets.Rests(shape, joint, published))
        {
            // The last cell is what is in no rest.
            var digests = ClassSetDigest.Of(set.CellOf, set.Count);
            bool[] isNew = [.. Enumerable.Range(0, set.Count).Select(cell => cell < set.Count - 1 && IsSecret(set, cell) && known.Add(digests[cell]))];
            rests.AddRange(set.CellOf.Index().Where(item => isNew[item.Item]).GroupBy(item => item.Item, item => item.Index).OrderBy(group => group.Key).Select(group => group.ToArray()));
        }

        return new OverlapCells(sets, secret, rests);
    }

    // An empty combination that is protected is no overlap of anybody.
    private static bool IsSecret(GroupingSetCells set, int cell) => set.Rows[cell] > 0 && set.Rules[cell] != PrimaryRule.None;
}
