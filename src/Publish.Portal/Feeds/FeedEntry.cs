namespace Publish.Portal.Feeds;

/// <summary>What happened to a version, for a feed.</summary>
/// <param name="Id">The version's identifier, which never changes.</param>
/// <param name="Title">The title people read.</param>
/// <param name="Summary">What happened, one or two sentences.</param>
/// <param name="Published">When the version was published.</param>
/// <param name="Updated">When something last happened to it.</param>
/// <param name="Page">The address of the dataset's page.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Files">Its files; none for a tombstone.</param>
internal sealed record FeedEntry(
    string Id,
    string Title,
    string Summary,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string Page,
    string Author,
    IReadOnlyList<FeedFile> Files)
{
    /// <summary>Agency, dataset, edition, version and state, for programs.</summary>
    public required FeedSubject Subject { get; init; }

    /// <summary>The newest first; of the same moment, in the order of their identifiers.</summary>
    public static IOrderedEnumerable<FeedEntry> NewestFirst(IEnumerable<FeedEntry> entries) =>
        entries.OrderByDescending(entry => entry.Updated).ThenBy(entry => entry.Id, StringComparer.Ordinal);
}

/// <summary>A file of a version.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
internal sealed record FeedFile(string Address, string Name, string MediaType, long Bytes, string Sha256);

/// <summary>What an entry is about.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Version">The version.</param>
/// <param name="State">Its state, as histories write it.</param>
internal sealed record FeedSubject(string Agency, string Dataset, string Edition, string Version, string State)
{
    /// <summary>When the next edition is expected; <see langword="null"/> where nothing tells, and for all but the version shown.</summary>
    public DateTimeOffset? Next { get; init; }
}
