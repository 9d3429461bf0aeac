using Publish.Codes;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Audit;

/// <summary>What the audit of a version came to.</summary>
/// <param name="Facts">What was examined.</param>
/// <param name="Findings">Every broken promise.</param>
/// <param name="IsCorrectionProven">
/// Whether it is proven that a correction and the version before together tell of nobody; true where nothing is corrected.
/// </param>
internal sealed record AuditOutcome(IReadOnlyList<AuditFacts> Facts, IReadOnlyList<Finding> Findings, bool IsCorrectionProven);
