namespace Publish.Policies.Releases;

/// <summary>(p,q) rule: who knows each contribution to within q beforehand may not know one to within p afterwards.</summary>
/// <param name="P">p, a share above 0.</param>
/// <param name="Q">q, a share above p and at most 1.</param>
public sealed record PriorPosteriorPolicy(decimal P, decimal Q);
