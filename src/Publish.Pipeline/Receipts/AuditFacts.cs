namespace Publish.Pipeline.Receipts;

/// <summary>One attack of the audit.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Examined">How many cells, rows or equations it examined.</param>
/// <param name="Witnesses">How many promises it broke; 0 for a version that may be published.</param>
public sealed record AuditFacts(string Attack, long Examined, long Witnesses);
