namespace Publish.Policies.Agreements;

/// <summary>A data protection impact assessment (UK GDPR Article 35).</summary>
/// <param name="Reference">Where it is filed.</param>
/// <param name="Date">The day it was concluded.</param>
/// <param name="Outcome">What came of it, or <see langword="null"/>: then <see cref="AdmissionRules"/> refuses uploads.</param>
public sealed record ImpactAssessment(string Reference, DateOnly Date, DpiaOutcome? Outcome);
