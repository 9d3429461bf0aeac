namespace Publish.Pipeline.Grouping;

/// <summary>Which contributions the pass has to keep.</summary>
/// <param name="Measures">The measures, ascending.</param>
internal sealed record ContributionPlan(IReadOnlyList<ContributionDepth> Measures);

/// <summary>How many contributions to a measure have to be kept.</summary>
/// <param name="Measure">An index into <see cref="GroupingPlan.Measures"/>.</param>
/// <param name="Depth">How many of the largest contributions to a class; <see cref="int.MaxValue"/> for all.</param>
internal sealed record ContributionDepth(int Measure, int Depth);
