using Publish.Codes;

namespace Publish.Policies;

/// <summary>Whether a policy's agreement admits an upload on a day.</summary>
public static class AdmissionRules
{
    /// <summary>Checks the agreement against what the policy uses and releases.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day of the upload.</param>
    /// <returns>Every reason to refuse, in the policy's order; empty where the upload is admitted.</returns>
    public static IReadOnlyList<Finding> Check(Policy policy, DateOnly today) => throw new NotImplementedException();
}
