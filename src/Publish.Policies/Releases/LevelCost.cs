namespace Publish.Policies.Releases;

/// <summary>How much dearer it is to hide a cell of a level than another.</summary>
/// <param name="Key">The key column.</param>
/// <param name="Level">The level's name, one of the table's.</param>
/// <param name="Factor">Above 0, or <see langword="null"/> where such cells are hidden only if nothing else helps.</param>
public sealed record LevelCost(string Key, string Level, decimal? Factor);
