namespace Publish.Pipeline.Ledger;

/// <summary>What a person decided, or what was done because of a rule: a line of the ledger that is never rewritten.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="By">The name of the person, or of the rule.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Upload">The upload's record.</param>
/// <param name="Edition">The edition.</param>
public sealed record Decision(DecisionKind Kind, string By, DateTimeOffset At, string Reason, string? Upload, string Edition);
