namespace Publish.Policies.Releases;

/// <summary>A key that a table is broken down by.</summary>
/// <param name="Key">The key column.</param>
/// <param name="Levels">The levels' names published, fine to coarse; at least one, unique.</param>
public sealed record TableDimension(string Key, IReadOnlyList<string> Levels);
