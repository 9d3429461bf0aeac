namespace Publish.Disclosure.Tables.Optimal;

/// <summary>How hard the cheapest pattern is looked for: in numbers that do not depend on the machine, so that the answer does not either.</summary>
/// <param name="Iterations">The iterations of all linear programmes together.</param>
/// <param name="Nodes">The nodes of the tree.</param>
/// <param name="Threads">The most workers at once; −1 for one a core. The answer does not depend on it.</param>
internal sealed record SearchLimits(long Iterations, int Nodes, int Threads = -1);
