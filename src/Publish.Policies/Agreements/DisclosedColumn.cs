namespace Publish.Policies.Agreements;

/// <summary>A column that an agreement allows to be shared.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Reason">Why it is needed.</param>
public sealed record DisclosedColumn(string Column, string Reason);
