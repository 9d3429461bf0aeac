namespace Publish.LinearPrograms;

/// <summary>Where a simplex method stands: which variables and rows are basic, and at which bound the others are.</summary>
/// <param name="Variables">The status of each variable.</param>
/// <param name="Rows">The status of each row's activity.</param>
public sealed record SimplexBasis(IReadOnlyList<BasisStatus> Variables, IReadOnlyList<BasisStatus> Rows);
