namespace Publish.Disclosure.Tables;

/// <summary>One dimension of a table: a key and the levels of its hierarchy that are published.</summary>
/// <param name="Key">The key's index in <see cref="ClassTable.Codes"/>.</param>
/// <param name="Levels">
/// Indices into the hierarchy's levels, strictly ascending (fine to coarse), at least one. The top level is among them
/// where totals over this dimension are published.
/// </param>
public sealed record TableKey(int Key, IReadOnlyList<int> Levels)
{
    /// <summary>
    /// How much dearer it is to suppress a cell of each of <see cref="Levels"/>, above 0; infinity where such cells are to
    /// be kept: one is suppressed only if all others together do not help. None (the default) for 1 each.
    /// </summary>
    public IReadOnlyList<double> LevelCosts { get; init; } = [];
}
