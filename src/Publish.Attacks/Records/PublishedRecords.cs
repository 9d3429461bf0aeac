namespace Publish.Attacks.Records;

/// <summary>A records release as anyone can read it.</summary>
/// <param name="Name">The release's name.</param>
/// <param name="Rows">Number of records.</param>
/// <param name="Keys">The generalised key columns.</param>
/// <param name="Sensitive">The sensitive columns that are promised to be diverse.</param>
/// <param name="Columns">The names of all columns of the file, in its order.</param>
public sealed record PublishedRecords(
    string Name,
    int Rows,
    IReadOnlyList<PublishedColumn> Keys,
    IReadOnlyList<PublishedColumn> Sensitive,
    IReadOnlyList<string> Columns);
