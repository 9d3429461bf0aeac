namespace Publish.Pipeline.Receipts;

/// <summary>What one rule did to a table.</summary>
/// <param name="Rule">The rule's name, as certificates have it.</param>
/// <param name="Numbers">Its numbers, such as <c>n = 2, k = 90 %</c>; empty where it has none. Never told to the public.</param>
/// <param name="Reason">Why it hides a cell, in words that follow "because".</param>
/// <param name="Cells">Cells that it hides; a cell that several hide is counted for the first.</param>
public sealed record RuleFacts(string Rule, string Numbers, string Reason, long Cells);
