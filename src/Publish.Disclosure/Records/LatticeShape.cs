namespace Publish.Disclosure.Records;

/// <summary>What the roll-up needs to know of keys and sensitive columns: how codes are packed, and the parents of categories.</summary>
internal sealed class LatticeShape
{
    private readonly int[]?[][] _parents;

    /// <summary>Creates the shape.</summary>
    /// <param name="keys">The keys of the lattice.</param>
    /// <param name="sensitiveColumns">Columns of the class table that models judge, each once.</param>
    public LatticeShape(IReadOnlyList<LatticeKey> keys, IReadOnlyList<int> sensitiveColumns)
    {
        Keys = keys;
        SensitiveColumns = sensitiveColumns;

        // The widest level decides: a level may have labels that no value as collected has.
        Layout = new CodeLayout([.. keys.Select(key =>
            key.Hierarchy.Levels.Max(level => Math.Max(level.CategoryCount, level.CategoryOf.Length)))]);
        _parents = [.. keys.Select(key => new int[]?[key.Hierarchy.LevelCount * key.Hierarchy.LevelCount])];
    }

    /// <summary>The keys of the lattice.</summary>
    public IReadOnlyList<LatticeKey> Keys { get; }

    /// <summary>Columns of the class table that models judge.</summary>
    public IReadOnlyList<int> SensitiveColumns { get; }

    /// <summary>How the keys' codes are packed.</summary>
    public CodeLayout Layout { get; }

    /// <summary>The parent at a coarser level of each category of a finer level, worked out once.</summary>
    public int[] Parents(int key, int level, int coarser)
    {
        var hierarchy = Keys[key].Hierarchy;
        return _parents[key][(level * hierarchy.LevelCount) + coarser] ??= hierarchy.Parents(level, coarser);
    }
}
