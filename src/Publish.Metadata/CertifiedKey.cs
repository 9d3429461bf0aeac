namespace Publish.Metadata;

/// <summary>A key of a release and the columns that hold it.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Columns">One column a published level, from coarse to fine.</param>
/// <param name="Total">
/// Whether the table has rows in which the key is summed away; all of its columns then hold the total mark. False for records.
/// </param>
/// <param name="Type">
/// For records, the type of a key published as collected: <c>text</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>date</c> or
/// <c>timestamp</c>. <see langword="null"/> where labels of a level stand in the column, which are text, as in all tables.
/// </param>
public sealed record CertifiedKey(string Name, IReadOnlyList<string> Columns, bool Total, string? Type = null);
