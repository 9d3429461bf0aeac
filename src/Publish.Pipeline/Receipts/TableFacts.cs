namespace Publish.Pipeline.Receipts;

/// <summary>What protection did to a table, in numbers.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Cells">Cells that are not empty, suppressed ones among them.</param>
/// <param name="Rules">The table's rules with their numbers, and the cells that each hides for their own sake.</param>
/// <param name="Shields">Cells suppressed so that those cannot be calculated from the rest.</param>
public sealed record TableFacts(string Release, long Cells, IReadOnlyList<RuleFacts> Rules, long Shields)
{
    /// <summary>Cells suppressed for their own sake.</summary>
    public long Primary => Rules.Sum(rule => rule.Cells);

    /// <summary>Why each hidden cell is hidden, the dearest first; of very many only those.</summary>
    public IReadOnlyList<ExplainedCell> Explained { get; init; } = [];

    /// <summary>What could be published instead, or <see langword="null"/> where nothing is hidden or nothing helps.</summary>
    public CoarserTable? Instead { get; init; }
}
