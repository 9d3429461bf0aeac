namespace Publish.Policies.Hierarchies;

/// <summary>UK postcodes parsed into their parts, never cut by characters: S, SE and SW are three areas.</summary>
/// <param name="LevelNames">The levels' names, fine to coarse.</param>
/// <param name="Parts"><c>Parts[level]</c>: strictly coarser from level to level.</param>
public sealed record PostcodesHierarchy(IReadOnlyList<string> LevelNames, IReadOnlyList<PostcodePart> Parts)
    : HierarchyPolicy(LevelNames);
