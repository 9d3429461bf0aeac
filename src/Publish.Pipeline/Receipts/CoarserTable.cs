namespace Publish.Pipeline.Receipts;

/// <summary>What a table could publish instead so that none of its cells has to be hidden for its own sake.</summary>
/// <param name="Finest">For each key that must be coarser, the finest level to keep.</param>
/// <param name="Cells">The cells that are left.</param>
public sealed record CoarserTable(IReadOnlyDictionary<string, string> Finest, long Cells);
