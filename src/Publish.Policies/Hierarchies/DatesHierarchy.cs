namespace Publish.Policies.Hierarchies;

/// <summary>Dates and timestamps grouped by calendar periods.</summary>
/// <param name="LevelNames">The levels' names, fine to coarse.</param>
/// <param name="Periods"><c>Periods[level]</c>: strictly coarser from level to level.</param>
public sealed record DatesHierarchy(IReadOnlyList<string> LevelNames, IReadOnlyList<CalendarPeriod> Periods)
    : HierarchyPolicy(LevelNames);
