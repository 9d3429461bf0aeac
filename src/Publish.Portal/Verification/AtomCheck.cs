using System.Globalization;
using System.Xml.Linq;

namespace Publish.Portal.Verification;

/// <summary>Holds a feed to RFC 4287 (sections 4.1.1 and 4.1.2).</summary>
internal static class AtomCheck
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Checks a feed.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The rules it breaks.</returns>
    public static IEnumerable<string> Run(string file)
    {
        var feed = XDocument.Load(file).Root!;
        if (feed.Name != Atom + "feed")
        {
            yield return "The root is a feed of Atom.";
            yield break;
        }

        foreach (var rule in Common(feed))
        {
            yield return "A feed " + rule;
        }

        if (!feed.Elements(Atom + "link").Any(link => (string?)link.Attribute("rel") == "self"))
        {
            yield return "A feed has a link to itself.";
        }

        var entries = feed.Elements(Atom + "entry").ToArray();
        foreach (var rule in entries.SelectMany(Common).Distinct(StringComparer.Ordinal))
        {
            yield return "An entry " + rule;
        }

        if (entries.Select(entry => (string?)entry.Element(Atom + "id")).Distinct(StringComparer.Ordinal).Count() != entries.Length)
        {
            yield return "No two entries have the same identifier.";
        }

        if (!entries.Append(feed).All(part => part.Elements(Atom + "author").Any(author => author.Element(Atom + "name") is not null)))
        {
            yield return "A feed and an entry have an author with a name.";
        }

        if (feed.Descendants(Atom + "link").Any(link => !Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out _)))
        {
            yield return "A link has an absolute address.";
        }
    }

    private static IEnumerable<string> Common(XElement part)
    {
        foreach (var name in new[] { "id", "title", "updated" })
        {
            if (part.Elements(Atom + name).Count() != 1)
            {
                yield return $"has exactly one {name}.";
            }
        }

        if (!Uri.TryCreate((string?)part.Element(Atom + "id"), UriKind.Absolute, out _))
        {
            yield return "has an IRI for its identifier.";
        }

        if (!DateTimeOffset.TryParseExact((string?)part.Element(Atom + "updated"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            yield return "was updated at a moment of RFC 3339.";
        }
    }
}
