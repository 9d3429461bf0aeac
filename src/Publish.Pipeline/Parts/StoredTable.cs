namespace Publish.Pipeline.Parts;

/// <summary>A partial class table in private storage.</summary>
/// <param name="Summary">What is known beside it.</param>
/// <param name="Attempt">The attempt whose files they are: two workers may have read the part.</param>
/// <param name="Files">The names of its files.</param>
internal sealed record StoredTable(PartSummary Summary, string Attempt, IReadOnlyList<string> Files);
