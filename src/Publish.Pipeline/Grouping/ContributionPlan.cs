namespace Publish.Pipeline.Grouping;

/// <summary>Which contributions the pass has to keep.</summary>
/// <param name="Measures">Indices into <see cref="GroupingPlan.Measures"/>, ascending.</param>
/// <param name="Depth">How many of the largest contributions to a class; <see cref="int.MaxValue"/> for all.</param>
internal sealed record ContributionPlan(IReadOnlyList<int> Measures, int Depth);
