using System.Text.Json.Nodes;
using Publish.Metadata;

namespace Publish.Portal.Feeds;

/// <summary>Writes a feed after JSON Feed 1.1; digests and names stand in an extension, <c>_publish</c>.</summary>
internal static class JsonFeed
{
    /// <summary>What a feed's address ends with.</summary>
    public const string Extension = ".json";

    /// <summary>Writes a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="language">The language of its texts.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(Feed feed, string language)
    {
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = feed.Page,
            ["feed_url"] = feed.Path + Extension,
            ["language"] = language,
            ["authors"] = Authors(feed.Author),
            ["items"] = new JsonArray([.. feed.Entries.Select(entry => (JsonNode)Item(entry))]),
        };
        if (feed.Before is not null)
        {
            json["next_url"] = feed.Before + Extension;
        }

        return MetadataJson.Write(json);
    }

    /// <summary>Reads the entries of a feed that Publish wrote.</summary>
    /// <param name="json">The feed, or <see langword="null"/>.</param>
    /// <returns>Its entries; none where there is no feed.</returns>
    public static IEnumerable<FeedEntry> Read(byte[]? json) =>
        json is null ? [] : JsonNode.Parse(json)!["items"]!.AsArray().Select(item => Entry(item!));

    private static FeedEntry Entry(JsonNode item)
    {
        var subject = item["_publish"]!;
        return new FeedEntry(
            TextOf(item, "id"),
            TextOf(item, "title"),
            TextOf(item, "content_text"),
            MomentOf(item, "date_published"),
            MomentOf(item, "date_modified"),
            TextOf(item, "url"),
            TextOf(item["authors"]![0]!, "name"),
            [
                .. item["attachments"]!.AsArray().Select(file => new FeedFile(
                    TextOf(file!, "url"),
                    TextOf(file!, "title"),
                    TextOf(file!, "mime_type"),
                    file!["size_in_bytes"]!.GetValue<long>(),
                    TextOf(file["_publish"]!, "sha256"))),
            ])
        {
            Subject = new FeedSubject(
                TextOf(subject, "agency"), TextOf(subject, "dataset"), TextOf(subject, "edition"), TextOf(subject, "version"), TextOf(subject, "state"))
            {
                Next = subject["next_expected"] is null ? null : MomentOf(subject, "next_expected"),
            },
        };
    }

    private static string TextOf(JsonNode node, string property) => node[property]!.GetValue<string>();

    private static DateTimeOffset MomentOf(JsonNode node, string property) => node[property]!.GetValue<DateTimeOffset>().ToUniversalTime();

    private static JsonObject Item(FeedEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["url"] = entry.Page,
        ["title"] = entry.Title,
        ["content_text"] = entry.Summary,
        ["date_published"] = UtcMoment.Text(entry.Published),
        ["date_modified"] = UtcMoment.Text(entry.Updated),
        ["authors"] = Authors(entry.Author),
        ["tags"] = new JsonArray(entry.Subject.State),
        ["attachments"] = new JsonArray([.. entry.Files.Select(file => (JsonNode)new JsonObject
        {
            ["url"] = file.Address,
            ["mime_type"] = file.MediaType,
            ["title"] = file.Name,
            ["size_in_bytes"] = file.Bytes,
            ["_publish"] = new JsonObject { ["sha256"] = file.Sha256 },
        })]),
        ["_publish"] = Subject(entry.Subject),
    };

    private static JsonObject Subject(FeedSubject subject)
    {
        var json = new JsonObject
        {
            ["agency"] = subject.Agency,
            ["dataset"] = subject.Dataset,
            ["edition"] = subject.Edition,
            ["version"] = subject.Version,
            ["state"] = subject.State,
        };
        if (subject.Next is { } next)
        {
            json["next_expected"] = UtcMoment.Text(next);
        }

        return json;
    }

    private static JsonArray Authors(string name) => new(new JsonObject { ["name"] = name });
}
