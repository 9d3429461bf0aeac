using Publish.Codes;

namespace Publish.Pipeline;

/// <summary>All findings of one code: how many there were, and the first of them.</summary>
/// <param name="Code">What they have in common.</param>
/// <param name="Count">How many there were, at least the number listed.</param>
/// <param name="First">The first of them, in the order of the file.</param>
public sealed record FindingGroup(Code Code, long Count, IReadOnlyList<Finding> First)
{
    /// <summary>Groups findings by code, in the order the codes were first met.</summary>
    /// <param name="findings">Single findings.</param>
    /// <returns>One group a code.</returns>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(f => f.Code).Select(g => new FindingGroup(g.Key, g.Count(), [.. g]))];
}
