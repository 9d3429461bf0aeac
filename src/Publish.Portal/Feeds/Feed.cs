namespace Publish.Portal.Feeds;

/// <summary>A feed: the same entries as Atom and as JSON Feed.</summary>
/// <param name="Id">The feed's identifier, which never changes.</param>
/// <param name="Title">Its title.</param>
/// <param name="Page">The address of the page it belongs to.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Path">Its address without <c>.atom</c> and <c>.json</c>.</param>
/// <param name="Entries">The entries, newest first.</param>
internal sealed record Feed(
    string Id, string Title, string Page, string Author, string Path, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>
    /// The address of the archive with the entries before these, without its ending; or <see langword="null"/> (RFC 5005,
    /// section 4: archived feeds).
    /// </summary>
    public string? Before { get; init; }

    /// <summary>The address of the feed that this is an archive of, without its ending; or <see langword="null"/>.</summary>
    public string? Current { get; init; }

    /// <summary>When something last happened to an entry; for a feed without any, the beginning of the Unix epoch.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(entry => entry.Updated);
}
