namespace Publish.Disclosure.Tables.Linked;

/// <summary>
/// The overlaps that are protected like primary cells, since a pattern left them open: the whole sets of the grid that have
/// one, and the rests.
/// </summary>
/// <param name="Sets">Sets of overlaps, numbered after the cells of all tables.</param>
/// <param name="IsAsked">Whether each of their cells is protected, in the order of their numbers.</param>
/// <param name="Rests">Rests, by their joint classes.</param>
internal sealed record ProtectedOverlaps(IReadOnlyList<GroupingSetCells> Sets, bool[] IsAsked, IReadOnlyList<int[]> Rests)
{
    /// <summary>None.</summary>
    public static ProtectedOverlaps None { get; } = new([], [], []);

    /// <summary>Takes some of the secrets.</summary>
    /// <param name="overlaps">All of them.</param>
    /// <param name="asked">The places of those that are protected.</param>
    /// <param name="firstCell">The number of the first of their cells.</param>
    public static ProtectedOverlaps Of(OverlapCells overlaps, IReadOnlySet<int> asked, int firstCell)
    {
        var sets = new List<GroupingSetCells>();
        var isAsked = new List<bool>();
        var places = overlaps.Secret.Index().Where(secret => asked.Contains(secret.Index)).ToLookup(secret => secret.Item.Set, secret => secret.Item.Cell);
        foreach (var group in places.OrderBy(group => group.Key))
        {
            var set = overlaps.Sets[group.Key] with { FirstCell = firstCell };
            firstCell += set.Count;
            sets.Add(set);
            var own = group.ToHashSet();
            isAsked.AddRange(Enumerable.Range(0, set.Count).Select(own.Contains));
        }

        return new ProtectedOverlaps(sets, [.. isAsked], [.. overlaps.Rests.Where((_, rest) => asked.Contains(overlaps.Secret.Count + rest))]);
    }
}
