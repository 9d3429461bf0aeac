namespace Publish.Policies.Hierarchies;

/// <summary>How a key's values are grouped into ever coarser levels, between as-collected and <see cref="All"/>.</summary>
/// <param name="LevelNames">The levels' names, fine to coarse, without as-collected and all; at least one, unique.</param>
public abstract record HierarchyPolicy(IReadOnlyList<string> LevelNames)
{
    /// <summary>The name of the level that joins everything.</summary>
    public const string All = "all";
}
