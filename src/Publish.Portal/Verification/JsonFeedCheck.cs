using System.Text.Json.Nodes;

namespace Publish.Portal.Verification;

/// <summary>Holds a feed to JSON Feed, version 1.1.</summary>
internal static class JsonFeedCheck
{
    private const string Version = "https://jsonfeed.org/version/1.1";

    /// <summary>Checks a file.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The rules it breaks; <see langword="null"/> for a file of JSON that is no feed.</returns>
    public static IEnumerable<string>? Run(string file) => IsFeed(file) ? Rules(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;

    private static bool IsFeed(string file) =>
        Path.GetFileName(file) == "feed.json" || Path.GetFileName(Path.GetDirectoryName(file)) == "feeds";

    private static IEnumerable<string> Rules(JsonObject feed)
    {
        if (feed["version"]?.GetValue<string>() != Version || feed["title"] is null)
        {
            yield return "A feed has the version of JSON Feed 1.1 and a title.";
        }

        if (feed["items"] is not JsonArray items)
        {
            yield return "A feed has items.";
            yield break;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.OfType<JsonObject>())
        {
            if (item["id"] is not JsonValue id || !ids.Add(id.GetValue<string>()))
            {
                yield return "An item has an identifier of its own.";
            }

            if (item["content_text"] is null && item["content_html"] is null)
            {
                yield return "An item has a content.";
            }

            if (item["attachments"] is JsonArray attachments && !attachments.All(part => part?["url"] is not null && part["mime_type"] is not null))
            {
                yield return "An attachment has a url and a media type.";
            }
        }
    }
}
