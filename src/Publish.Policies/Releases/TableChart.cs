namespace Publish.Policies.Releases;

/// <summary>The chart that the site draws of a table, from its published rows alone: what is withheld is a gap, never a zero.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="By">The published level whose categories stand along the axis; all other keys are at their total.</param>
/// <param name="Measure">The published column that is drawn. Default <c>count</c>.</param>
/// <param name="Split">The published level of another key, each of whose categories is a series; or <see langword="null"/>.</param>
public sealed record TableChart(ChartKind Kind, string By, string Measure = "count", string? Split = null);
