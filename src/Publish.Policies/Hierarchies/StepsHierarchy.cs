namespace Publish.Policies.Hierarchies;

/// <summary>Bands of equal width, [n × step, (n + 1) × step) for every whole n, negative ones among them.</summary>
/// <param name="LevelNames">The levels' names, fine to coarse.</param>
/// <param name="Steps">
/// <c>Steps[level]</c>: the width, above 0, in units of the column's last decimal. Each is a multiple of the one before,
/// and larger.
/// </param>
public sealed record StepsHierarchy(IReadOnlyList<string> LevelNames, IReadOnlyList<long> Steps)
    : HierarchyPolicy(LevelNames);
