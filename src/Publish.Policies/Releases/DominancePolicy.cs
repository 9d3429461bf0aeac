namespace Publish.Policies.Releases;

/// <summary>(n,k) dominance: a cell is hidden if its n largest contributions are more than k of its total.</summary>
/// <param name="N">n, at least 1.</param>
/// <param name="K">k, a share between 0 and 1.</param>
public sealed record DominancePolicy(int N, decimal K);
