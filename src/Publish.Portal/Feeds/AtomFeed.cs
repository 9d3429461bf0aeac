using System.Globalization;
using System.Text;
using System.Xml;
using Publish.Metadata;

namespace Publish.Portal.Feeds;

/// <summary>Writes a feed after RFC 4287 (The Atom Syndication Format), its archives after RFC 5005.</summary>
internal static class AtomFeed
{
    /// <summary>What a feed's address ends with.</summary>
    public const string Extension = ".atom";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string History = "http://purl.org/syndication/history/1.0";

    /// <summary>Writes a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <returns>XML in UTF-8.</returns>
    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, feed.Id);
            xml.WriteElementString("title", Atom, Clean(feed.Title));
            xml.WriteElementString("updated", Atom, UtcMoment.Text(feed.Updated));
            Author(xml, feed.Author);
            Link(xml, "self", feed.Path + Extension, "application/atom+xml");
            Link(xml, "alternate", feed.Page, "text/html");
            if (feed.Before is not null)
            {
                Link(xml, "prev-archive", feed.Before + Extension, "application/atom+xml");
            }

            if (feed.Current is not null)
            {
                xml.WriteElementString("archive", History, "");
                Link(xml, "current", feed.Current + Extension, "application/atom+xml");
            }

            foreach (var entry in feed.Entries)
            {
                Entry(xml, entry);
            }

            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString("title", Atom, Clean(entry.Title));
        xml.WriteElementString("published", Atom, UtcMoment.Text(entry.Published));
        xml.WriteElementString("updated", Atom, UtcMoment.Text(entry.Updated));
        Author(xml, entry.Author);
        Link(xml, "alternate", entry.Page, "text/html");
        foreach (var file in entry.Files)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "enclosure");
            xml.WriteAttributeString("href", file.Address);
            xml.WriteAttributeString("type", file.MediaType);
            xml.WriteAttributeString("length", file.Bytes.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", file.Name);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", entry.Subject.State);
        xml.WriteEndElement();
        xml.WriteElementString("summary", Atom, Clean(entry.Summary));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Clean(name));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // XML has no place for most control characters, which a title in a policy could hold.
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
