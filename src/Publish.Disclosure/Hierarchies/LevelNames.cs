namespace Publish.Disclosure.Hierarchies;

/// <summary>Names and labels of levels that no policy names.</summary>
public static class LevelNames
{
    /// <summary>The name of the finest level.</summary>
    public const string AsCollected = "as-collected";

    /// <summary>The name of the coarsest level, and the label of its one category.</summary>
    public const string All = "all";
}
