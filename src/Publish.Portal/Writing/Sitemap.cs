using System.Text;
using System.Xml;

namespace Publish.Portal.Writing;

/// <summary>Lists a site's pages for search engines (the Sitemaps protocol, sitemaps.org): at most 50,000 a file.</summary>
internal static class Sitemap
{
    /// <summary>The most addresses of a file.</summary>
    public const int MostAddresses = 50_000;

    private const string Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Writes the sitemap, and its parts where it needs several.</summary>
    /// <param name="settings">The site.</param>
    /// <param name="pages">The paths of the pages, in order.</param>
    /// <returns>Paths and contents; the sitemap itself is the last.</returns>
    public static IEnumerable<(string Path, byte[] Content)> Write(SiteSettings settings, IReadOnlyList<string> pages)
    {
        if (pages.Count <= MostAddresses)
        {
            return [(SitePaths.Sitemap, Write("urlset", "url", pages.Select(settings.AddressOf)))];
        }

        var parts = pages.Chunk(MostAddresses)
            .Select((part, i) => (Path: FormattableString.Invariant($"sitemap-{i + 1}.xml"), Pages: part))
            .ToArray();
        return
        [
            .. parts.Select(part => (part.Path, Write("urlset", "url", part.Pages.Select(settings.AddressOf)))),
            (SitePaths.Sitemap, Write("sitemapindex", "sitemap", parts.Select(part => settings.AddressOf(part.Path)))),
        ];
    }

    private static byte[] Write(string root, string item, IEnumerable<string> addresses)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false }))
        {
            xml.WriteStartElement(root, Protocol);
            foreach (var address in addresses)
            {
                xml.WriteStartElement(item, Protocol);
                xml.WriteElementString("loc", Protocol, address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
