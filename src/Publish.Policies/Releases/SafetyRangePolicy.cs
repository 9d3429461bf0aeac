namespace Publish.Policies.Releases;

/// <summary>How uncertain a sum must be that is hidden for its own sake.</summary>
/// <param name="Share">The share of the sum on each side, from 0 to 1.</param>
/// <param name="Least">The least distance in the measure's own unit, above 0: a share of nothing protects nothing.</param>
public sealed record SafetyRangePolicy(decimal Share, decimal Least);
