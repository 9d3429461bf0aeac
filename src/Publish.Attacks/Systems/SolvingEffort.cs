namespace Publish.Attacks.Systems;

/// <summary>How hard a system may be worked on before "not proven" is said. Counts work, not time, so results repeat.</summary>
/// <param name="Coefficients">Coefficients touched in the elimination of one component; by default 5·10⁹, some minutes.</param>
/// <param name="Threads">Components worked on at once, at least 1; by default 2. The result does not depend on it.</param>
public sealed record SolvingEffort(long Coefficients = 5_000_000_000, int Threads = 2);
