namespace Publish.Policies.Hierarchies;

/// <summary>Codes cut to their first characters, as SIC, SOC and ICD codes may be.</summary>
/// <param name="LevelNames">The levels' names, fine to coarse.</param>
/// <param name="Lengths"><c>Lengths[level]</c>: the characters kept (Unicode scalar values), at least 1, strictly descending.</param>
public sealed record PrefixHierarchy(IReadOnlyList<string> LevelNames, IReadOnlyList<int> Lengths)
    : HierarchyPolicy(LevelNames);
