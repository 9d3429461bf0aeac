namespace Publish.Disclosure.Hierarchies;

/// <summary>A key variable's levels, from as-collected (level 0) to "all" (the last level, one category). Levels nest.</summary>
public sealed class KeyHierarchy
{
    /// <summary>Creates a hierarchy and checks that it is one.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="levels">From as-collected to all, at least one level.</param>
    /// <exception cref="ArgumentException">
    /// A level does not cover every category as collected, two categories that one level joins are parted by a coarser
    /// one, or the last level has more than one category.
    /// </exception>
    public KeyHierarchy(string key, IReadOnlyList<HierarchyLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0 || levels[^1].CategoryCount > 1)
        {
            throw new ArgumentException($"The last level of '{key}' must have one category.", nameof(levels));
        }

        for (var level = 0; level + 1 < levels.Count; level++)
        {
            ParentsOf(key, levels[level], levels[level + 1]);
        }

        Key = key;
        Levels = levels;
    }

    /// <summary>The key's name.</summary>
    public string Key { get; }

    /// <summary>From as-collected to all.</summary>
    public IReadOnlyList<HierarchyLevel> Levels { get; }

    /// <summary>The number of levels.</summary>
    public int LevelCount => Levels.Count;

    /// <summary>The index of the level that joins everything.</summary>
    public int Top => Levels.Count - 1;

    /// <summary>The parent, at a coarser level, of each category of a finer one.</summary>
    /// <param name="level">The finer level.</param>
    /// <param name="coarser">The coarser level, at least <paramref name="level"/>.</param>
    /// <returns>One category of the coarser level for each category of the finer.</returns>
    public int[] Parents(int level, int coarser) => ParentsOf(Key, Levels[level], Levels[coarser]);

    private static int[] ParentsOf(string key, HierarchyLevel finer, HierarchyLevel coarser)
    {
        if (finer.CategoryOf.Length != coarser.CategoryOf.Length)
        {
            throw new ArgumentException($"Every level of '{key}' must cover every category as collected.");
        }

        var parents = new int[finer.CategoryCount];
        Array.Fill(parents, -1);
        for (var i = 0; i < finer.CategoryOf.Length; i++)
        {
            ref var parent = ref parents[finer.CategoryOf[i]];
            if (parent >= 0 && parent != coarser.CategoryOf[i])
            {
                throw new ArgumentException($"Level '{coarser.Name}' of '{key}' parts what level '{finer.Name}' joins.");
            }

            parent = coarser.CategoryOf[i];
        }

        return parents;
    }
}
