using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Tables;

namespace Publish.Pipeline.Protection;

/// <summary>A table release in the terms of the class table.</summary>
/// <param name="Release">The release.</param>
/// <param name="Request">What protection is asked for.</param>
/// <param name="Dimensions">
/// The dimensions that have columns; as many as the request's keys. Dimensions of which only the total is published have none.
/// </param>
/// <param name="MeasureOf">For each measure of the release, its index in the request; −1 for counts.</param>
/// <param name="DenominatorOf">For each ratio of the release, the index of what it divides by; −1 for all others.</param>
internal sealed record TablePlan(
    TableRelease Release,
    TableRequest Request,
    IReadOnlyList<PlannedDimension> Dimensions,
    IReadOnlyList<int> MeasureOf,
    IReadOnlyList<int> DenominatorOf);

/// <summary>A dimension of a table that has columns.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Hierarchy">The key's hierarchy, from the finest level needed.</param>
/// <param name="Columns">The hierarchy's levels that are columns, coarse to fine.</param>
/// <param name="HasTotal">Whether the top level is published too.</param>
internal sealed record PlannedDimension(string Name, KeyHierarchy Hierarchy, IReadOnlyList<int> Columns, bool HasTotal);
