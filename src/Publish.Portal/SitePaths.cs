namespace Publish.Portal;

/// <summary>Where everything of a site lies, relative to its address.</summary>
internal static class SitePaths
{
    public const string Home = "";
    public const string Agencies = "agencies/";
    public const string Themes = "themes/";
    public const string Letters = "a-to-z/";
    public const string Search = "search/";
    public const string SearchIndex = "search/index.json";
    public const string Register = "register/";
    public const string Agreements = "agreements.json";
    public const string Anonymisation = "how-we-anonymise/";
    public const string Check = "check/";
    public const string Developers = "developers/";
    public const string Accessibility = "accessibility/";
    public const string NotFound = "404.html";
    public const string Catalogue = "catalog.jsonld";
    public const string Atom = "feed.atom";
    public const string JsonFeed = "feed.json";
    public const string Sitemap = "sitemap.xml";
    public const string Robots = "robots.txt";
    public const string BuildRecord = "site.json";

    /// <summary>The folder of a dataset's page.</summary>
    public static string Dataset(string agency, string dataset) => $"datasets/{agency}/{dataset}/";

    /// <summary>The folder of an agency's page.</summary>
    public static string Agency(string agency) => $"{Agencies}{agency}/";

    /// <summary>The folder of a theme's page.</summary>
    public static string Theme(string slug) => $"{Themes}{slug}/";

    /// <summary>The folder of a letter's page.</summary>
    public static string Letter(string letter) => $"{Letters}{letter}/";

    /// <summary>The file of a page that is a folder.</summary>
    public static string FileOf(string page) => page.Length == 0 || page.EndsWith('/') ? page + "index.html" : page;
}
