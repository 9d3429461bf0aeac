using System.Text.Json.Serialization;

namespace Publish.Portal;

/// <summary>What a site is called and where it is reached.</summary>
public sealed record SiteSettings
{
    /// <summary>The address of the public site on one's own machine.</summary>
    public static readonly Uri LocalAddress = LocalAddressOf(PublicAudience);

    private const string PublicAudience = "public";

    /// <summary>Whose site it is: <c>public</c> (the default), <c>partners</c> or <c>agencies</c>.</summary>
    public string Audience { get; init; } = PublicAudience;

    /// <summary>Whether everyone may read it, so that search engines may list it.</summary>
    [JsonIgnore]
    public bool IsPublic => Audience == PublicAudience;

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

    /// <summary>
    /// The address of an audience's site on one's own machine. Each has its own, since what one site links to is not there
    /// on another.
    /// </summary>
    /// <param name="audience">The audience.</param>
    /// <returns>Port 8080 for the public, 8081 for partners, 8082 for agencies.</returns>
    public static Uri LocalAddressOf(string audience) => new(audience switch
    {
        "partners" => "http://localhost:8081/",
        "agencies" => "http://localhost:8082/",
        _ => "http://localhost:8080/",
    });

    /// <summary>The absolute address of a path of the site.</summary>
    /// <param name="path">A relative path.</param>
    /// <returns>The address.</returns>
    internal string AddressOf(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>The absolute address of a published file.</summary>
    /// <param name="path">Its path, beginning with <c>data/</c>.</param>
    /// <returns>The address.</returns>
    internal string DataAddressOf(string path) => new Uri(DataAddress ?? Address, path).AbsoluteUri;
}
