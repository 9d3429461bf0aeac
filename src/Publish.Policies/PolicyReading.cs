using System.Diagnostics.CodeAnalysis;
using Publish.Codes;

namespace Publish.Policies;

/// <summary>What came of reading a policy: the policy, or everything that is wrong with it.</summary>
/// <param name="Policy">The policy, or <see langword="null"/> where there are findings.</param>
/// <param name="Findings">What is wrong, by line and column; empty where there is a policy.</param>
public sealed record PolicyReading(Policy? Policy, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the policy is right.</summary>
    [MemberNotNullWhen(true, nameof(Policy))]
    public bool IsRight => Policy is not null;
}
