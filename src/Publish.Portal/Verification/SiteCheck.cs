using Publish.Codes;

namespace Publish.Portal.Verification;

/// <summary>What one check of a site examined and found.</summary>
/// <param name="Name">The check.</param>
/// <param name="Examined">How much it examined.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record SiteCheck(string Name, long Examined, IReadOnlyList<Finding> Findings);
