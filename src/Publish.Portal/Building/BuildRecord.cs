namespace Publish.Portal.Building;

/// <summary>
/// What the last build wrote, kept as <c>site.json</c> in the site itself: it has only what the site shows. A build that
/// finds it rebuilds what changed; one that does not, or that was made otherwise, rebuilds all.
/// </summary>
/// <param name="Maker">Digest of what else decides how pages look: the portal's version, its assets and the site's settings.</param>
/// <param name="Datasets">The datasets, in ordinal order of agency and name.</param>
/// <param name="Files">The digest of every file written, by its path.</param>
/// <param name="DataAddress">The address below which <c>data/</c> lies; <see langword="null"/> where that is the site's own.</param>
public sealed record BuildRecord(
    string Maker, IReadOnlyList<DatasetSummary> Datasets, IReadOnlyDictionary<string, string> Files, Uri? DataAddress = null)
{
    /// <summary>The files that this build no longer links to. The next one deletes them: until then a reader may follow an older page.</summary>
    public IReadOnlyList<string> Retired { get; init; } = [];

    /// <summary>A digest of what each page of lists was made from, by its path: it is rendered again only when that changed.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>What the site was built with, so that it can be built again as it is.</summary>
    public SiteSettings? Settings { get; init; }
}
