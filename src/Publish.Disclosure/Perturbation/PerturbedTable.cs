namespace Publish.Disclosure.Perturbation;

/// <summary>The counts of a table as they are published, for the cells of its protected table in their order.</summary>
/// <param name="Counts">The published count of each cell; without meaning where the cell is suppressed.</param>
/// <param name="IsListed">
/// Whether the cell has a row. A cell published as 0 has one only where a listed cell is part of it: otherwise the row
/// would tell that somebody is there.
/// </param>
public sealed record PerturbedTable(long[] Counts, bool[] IsListed);
