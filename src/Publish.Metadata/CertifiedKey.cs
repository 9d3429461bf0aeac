namespace Publish.Metadata;

/// <summary>A key of a release and the columns that hold it.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Columns">One column a published level, from coarse to fine.</param>
/// <param name="Total">
/// Whether the table has rows in which the key is summed away; all of its columns then hold the total mark. False for records.
/// </param>
public sealed record CertifiedKey(string Name, IReadOnlyList<string> Columns, bool Total);
