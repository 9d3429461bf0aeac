namespace Publish.Disclosure.Tables;

/// <summary>One dimension of a table: a key and the levels of its hierarchy that are published.</summary>
/// <param name="Key">The key's index in <see cref="ClassTable.Codes"/>.</param>
/// <param name="Levels">
/// Indices into the hierarchy's levels, strictly ascending (fine to coarse), at least one. The top level is among them
/// where totals over this dimension are published.
/// </param>
public sealed record TableKey(int Key, IReadOnlyList<int> Levels);
