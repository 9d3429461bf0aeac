using System.Text.Json;
using Publish.Metadata;

namespace Publish.Portal.Feeds;

/// <summary>Writes a feed after JSON Feed 1.1; digests and names stand in an extension, <c>_publish</c>.</summary>
internal static class JsonFeed
{
    /// <summary>What a feed's address ends with.</summary>
    public const string Extension = ".json";

    /// <summary>Writes a feed, an entry at a time: an archive may have tens of thousands.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="language">The language of its texts.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(Feed feed, string language)
    {
        using var bytes = new MemoryStream();
        using (var json = MetadataJson.WriterTo(bytes))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", feed.Path + Extension);
            json.WriteString("language", language);
            Authors(json, feed.Author);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Item(json, entry);
                json.Flush();
            }

            json.WriteEndArray();
            if (feed.Before is not null)
            {
                json.WriteString("next_url", feed.Before + Extension);
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Reads the entries of a feed that Publish wrote.</summary>
    /// <param name="json">The feed, or <see langword="null"/>.</param>
    /// <returns>Its entries; none where there is no feed.</returns>
    public static IReadOnlyList<FeedEntry> Read(byte[]? json)
    {
        if (json is null)
        {
            return [];
        }

        using var feed = JsonDocument.Parse(json);
        return [.. feed.RootElement.GetProperty("items").EnumerateArray().Select(Entry)];
    }

    private static FeedEntry Entry(JsonElement item)
    {
        var subject = item.GetProperty("_publish");
        return new FeedEntry(
            TextOf(item, "id"),
            TextOf(item, "title"),
            TextOf(item, "content_text"),
            MomentOf(item, "date_published"),
            MomentOf(item, "date_modified"),
            TextOf(item, "url"),
            TextOf(item.GetProperty("authors")[0], "name"),
            [
                .. item.GetProperty("attachments").EnumerateArray().Select(file => new FeedFile(
                    TextOf(file, "url"),
                    TextOf(file, "title"),
                    TextOf(file, "mime_type"),
                    file.GetProperty("size_in_bytes").GetInt64(),
                    TextOf(file.GetProperty("_publish"), "sha256"))),
            ])
        {
            Subject = new FeedSubject(
                TextOf(subject, "agency"), TextOf(subject, "dataset"), TextOf(subject, "edition"), TextOf(subject, "version"), TextOf(subject, "state"))
            {
                Next = subject.TryGetProperty("next_expected", out _) ? MomentOf(subject, "next_expected") : null,
            },
        };
    }

    private static string TextOf(JsonElement node, string property) => node.GetProperty(property).GetString()!;

    private static DateTimeOffset MomentOf(JsonElement node, string property) => node.GetProperty(property).GetDateTimeOffset().ToUniversalTime();

    private static void Item(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Page);
        json.WriteString("title", entry.Title);
        json.WriteString("content_text", entry.Summary);
        json.WriteString("date_published", UtcMoment.Text(entry.Published));
        json.WriteString("date_modified", UtcMoment.Text(entry.Updated));
        Authors(json, entry.Author);
        json.WriteStartArray("tags");
        json.WriteStringValue(entry.Subject.State);
        json.WriteEndArray();
        json.WriteStartArray("attachments");
        foreach (var file in entry.Files)
        {
            Attachment(json, file);
        }

        json.WriteEndArray();
        Subject(json, entry.Subject);
        json.WriteEndObject();
    }

    private static void Attachment(Utf8JsonWriter json, FeedFile file)
    {
        json.WriteStartObject();
        json.WriteString("url", file.Address);
        json.WriteString("mime_type", file.MediaType);
        json.WriteString("title", file.Name);
        json.WriteNumber("size_in_bytes", file.Bytes);
        json.WriteStartObject("_publish");
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Subject(Utf8JsonWriter json, FeedSubject subject)
    {
        json.WriteStartObject("_publish");
        json.WriteString("agency", subject.Agency);
        json.WriteString("dataset", subject.Dataset);
        json.WriteString("edition", subject.Edition);
        json.WriteString("version", subject.Version);
        json.WriteString("state", subject.State);
        if (subject.Next is { } next)
        {
            json.WriteString("next_expected", UtcMoment.Text(next));
        }

        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
