namespace Publish.Policies.Hierarchies;

/// <summary>
/// Levels listed in a CSV file beside the policy (UTF-8, commas, a header): the first column holds the values as
/// collected, each once; then a column a level, fine to coarse, whose header is the level's name.
/// </summary>
/// <param name="LevelNames">The levels' names, fine to coarse; the file's header has exactly these after its first column.</param>
/// <param name="File">The file's name beside the policy: no folder, no <c>..</c>.</param>
public sealed record LevelsHierarchy(IReadOnlyList<string> LevelNames, string File)
    : HierarchyPolicy(LevelNames);
