namespace Publish.Attacks.Records;

/// <summary>One column of a records release, coded.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Labels">The published values by code; no two alike.</param>
/// <param name="Codes">One code a record; −1 for an empty value, which is a value of its own.</param>
public sealed record PublishedColumn(string Name, IReadOnlyList<string> Labels, IReadOnlyList<int> Codes);
