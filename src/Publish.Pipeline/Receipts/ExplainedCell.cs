namespace Publish.Pipeline.Receipts;

/// <summary>
/// Why one cell of a table is hidden. It is named by its row in the table's file, never by its labels: those may be an
/// input field's text.
/// </summary>
/// <param name="Row">The row of the published file, from 1, the header not counted.</param>
/// <param name="Levels">The levels the row is at, such as <c>district, sex</c>.</param>
/// <param name="Respondents">The respondents that are lost with it.</param>
/// <param name="Rule">The rule that hides it for its own sake, or <see langword="null"/>.</param>
/// <param name="Shields">Else the hidden cell that could be worked out from it, by release and row, where one is known.</param>
public sealed record ExplainedCell(long Row, string Levels, long Respondents, string? Rule, string? Shields);
