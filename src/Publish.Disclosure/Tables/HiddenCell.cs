namespace Publish.Disclosure.Tables;

/// <summary>A cell of a table by what it is.</summary>
/// <param name="Levels">The level in each dimension of the table's request; one of those that it asks for.</param>
/// <param name="Categories">The category at that level.</param>
public sealed record HiddenCell(IReadOnlyList<int> Levels, IReadOnlyList<int> Categories);
