namespace Publish.Policies.Hierarchies;

/// <summary>
/// Bands of numbers. A band runs from its bound up to, but not including, the next; the last is open; values below the
/// first bound are a band of their own.
/// </summary>
/// <param name="LevelNames">The levels' names, fine to coarse.</param>
/// <param name="Bounds">
/// <c>Bounds[level]</c>: strictly ascending, at least one, in units of the column's last decimal. Every coarser level's
/// bounds are among those of the finer.
/// </param>
public sealed record IntervalsHierarchy(IReadOnlyList<string> LevelNames, IReadOnlyList<IReadOnlyList<long>> Bounds)
    : HierarchyPolicy(LevelNames);
