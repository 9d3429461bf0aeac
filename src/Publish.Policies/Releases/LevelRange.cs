namespace Publish.Policies.Releases;

/// <summary>The levels of a key that may be chosen, both ends among them.</summary>
/// <param name="Finest">The finest level's name.</param>
/// <param name="Coarsest">The coarsest level's name; the same as <paramref name="Finest"/> where the level is fixed.</param>
public sealed record LevelRange(string Finest, string Coarsest);
