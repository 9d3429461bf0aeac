namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>How many cells of a column, or of some of its rows, have the shape of a personal identifier.</summary>
/// <param name="Filled">Cells that are not missing.</param>
/// <param name="Matches">Cells that match, by pattern.</param>
internal sealed record IdentifierCounts(long Filled, IReadOnlyList<long> Matches)
{
    /// <summary>The counts of rows read apart, together.</summary>
    /// <param name="counts">One a worker or part.</param>
    public static IdentifierCounts Sum(IReadOnlyCollection<IdentifierCounts> counts) => new(
        counts.Sum(c => c.Filled),
        [.. Enumerable.Range(0, IdentifierPatterns.All.Count).Select(pattern => counts.Sum(c => c.Matches[pattern]))]);
}
