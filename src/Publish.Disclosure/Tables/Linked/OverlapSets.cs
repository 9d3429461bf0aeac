using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tables.Linked;

/// <summary>
/// What lies in a cell of one table and in a cell of another, where the two group the same people in ways that do not nest
/// (two geographies, two sets of age groups), and what of a cell is in no cell of the other table that lies within it: no
/// table shows these, and a subtraction may (Hundepool et al., <em>Handbook on Statistical Disclosure Control</em>, 2024,
/// ch. 5, differencing). The rules of all tables are applied to them as if they were cells.
/// </summary>
internal static class OverlapSets
{
    /// <summary>Joint classes times sets; sets beyond that are left to the audit, which holds what it finds.</summary>
    private const long MostEntries = 100_000_000;

    /// <summary>The overlaps, those of all tables at once included.</summary>
    /// <param name="shape">The tables.</param>
    /// <param name="joint">The joint classes.</param>
    /// <param name="published">The published grouping sets.</param>
    /// <returns>Sets that no table publishes, coarse before fine, with the rules of all tables.</returns>
    public static IReadOnlyList<GroupingSetCells> Overlaps(EditionShape shape, JointClasses joint, IReadOnlyList<GroupingSetCells> published)
    {
        var known = published.Select(set => Key(set.Levels)).ToHashSet(StringComparer.Ordinal);
        int[][] levels =
        [
            .. Pairs(shape)
                .Select(pair => (int[])[.. pair.One.Zip(pair.Other, Math.Min)])
                .Append(shape.FinestLevels)
                .Where(set => known.Add(Key(set)))
                .OrderByDescending(set => set.Sum()),
        ];
        var most = (int)(MostEntries / Math.Max(1, joint.Count));
        var sets = new GroupingSetCells[Math.Min(most, levels.Length)];
        Parallel.For(0, sets.Length, set => sets[set] = Judged(shape, joint, GroupingSetCells.Of(joint, levels[set])));
        return sets;
    }

    /// <summary>What of a cell of one table is in no cell of another that lies within it.</summary>
    /// <param name="shape">The tables.</param>
    /// <param name="joint">The joint classes.</param>
    /// <param name="published">The published grouping sets.</param>
    /// <returns>For each two sets the rests; the last cell is what is in none.</returns>
    public static IEnumerable<GroupingSetCells> Rests(EditionShape shape, JointClasses joint, IReadOnlyList<GroupingSetCells> published)
    {
        var left = MostEntries / Math.Max(1, joint.Count);
        var pairs = Pairs(shape)
            .SelectMany(pair => new[] { (Outer: shape.IndexOf(pair.One), Inner: shape.IndexOf(pair.Other)), (Outer: shape.IndexOf(pair.Other), Inner: shape.IndexOf(pair.One)) })
            .Distinct();
        foreach (var (outer, inner) in pairs)
        {
            if (left-- <= 0)
            {
                yield break;
            }

            if (Rest(published[outer], published[inner]) is { } cellOf)
            {
                var count = published[outer].Count + 1;
                var real = cellOf.AsSpan(0, joint.Real.ClassCount);
                yield return Judged(shape, joint, new GroupingSetCells(
                    published[outer].Levels, cellOf, [], joint.Real.RespondentsByCell(real, count), joint.Real.RowsByCell(real, count)));
            }
        }
    }

    private static string Key(int[] levels) => string.Join(' ', levels);

    // Two sets of different tables of which neither is coarser than the other everywhere.
    private static IEnumerable<(int[] One, int[] Other)> Pairs(EditionShape shape)
    {
        for (var second = 1; second < shape.SetsOf.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                foreach (var one in shape.SetsOf[first])
                {
                    foreach (var other in shape.SetsOf[second].Where(other => one.Zip(other).Any(l => l.First < l.Second) && one.Zip(other).Any(l => l.First > l.Second)))
                    {
                        yield return (one, other);
                    }
                }
            }
        }
    }

    private static GroupingSetCells Judged(EditionShape shape, JointClasses joint, GroupingSetCells set)
    {
        foreach (var request in shape.Requests)
        {
            PrimaryCells.Mark(set, joint, request);
        }

        return set;
    }

    /// <summary>For each class the outer cell where its inner cell is not within that, else none; null where no rest has a cell within.</summary>
    private static int[]? Rest(GroupingSetCells outer, GroupingSetCells inner)
    {
        const int Several = -2;
        var parents = new int[inner.Count];
        Array.Fill(parents, -1);
        for (var item = 0; item < inner.CellOf.Length; item++)
        {
            ref var parent = ref parents[inner.CellOf[item]];
            parent = parent == -1 || parent == outer.CellOf[item] ? outer.CellOf[item] : Several;
        }

        var hasInner = new bool[outer.Count];
        foreach (var parent in parents.Where(parent => parent >= 0))
        {
            hasInner[parent] = true;
        }

        var isAny = false;
        var rest = new int[outer.CellOf.Length];
        for (var item = 0; item < rest.Length; item++)
        {
            var isRest = hasInner[outer.CellOf[item]] && parents[inner.CellOf[item]] == Several;
            rest[item] = isRest ? outer.CellOf[item] : outer.Count;
            isAny |= isRest;
        }

        return isAny ? rest : null;
    }
}
