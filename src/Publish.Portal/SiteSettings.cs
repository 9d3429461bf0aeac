namespace Publish.Portal;

/// <summary>What a site is called and where it is reached.</summary>
public sealed record SiteSettings
{
    /// <summary>The address of a site on one's own machine.</summary>
    public static readonly Uri LocalAddress = new("http://localhost:8080/");

    /// <summary>
    /// Where the site is reached; absolute and ending in <c>/</c>. Feeds, the catalogue and the sitemap need it; links
    /// between pages are relative. Default <see cref="LocalAddress"/>.
    /// </summary>
    public Uri Address { get; init; } = LocalAddress;

    /// <summary>
    /// The address below which <c>data/</c> lies, absolute and ending in <c>/</c>; <see langword="null"/> (the default)
    /// where that is the site's own. On Azure pages are at the website endpoint and data at the blob endpoint.
    /// </summary>
    public Uri? DataAddress { get; init; }

    /// <summary>The site's name.</summary>
    public string Title { get; init; } = "Open data";

    /// <summary>The body that runs the site.</summary>
    public string Publisher { get; init; } = "Publish";

    /// <summary>Where to report faults of the site, an e-mail address; or <see langword="null"/>.</summary>
    public string? Contact { get; init; }

    /// <summary>The language of the site's own texts, as BCP 47 names it. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The absolute address of a path of the site.</summary>
    /// <param name="path">A relative path.</param>
    /// <returns>The address.</returns>
    internal string AddressOf(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>The absolute address of a published file.</summary>
    /// <param name="path">Its path, beginning with <c>data/</c>.</param>
    /// <returns>The address.</returns>
    internal string DataAddressOf(string path) => new Uri(DataAddress ?? Address, path).AbsoluteUri;
}
