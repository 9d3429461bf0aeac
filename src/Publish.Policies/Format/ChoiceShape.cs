using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>One of a few words.</summary>
internal sealed record ChoiceShape(IReadOnlyList<string> Words) : Shape
{
    public override string Phrase => Words.Count == 1 ? $"`{Words[0]}`" : "one of " + string.Join(", ", Words.Select(word => $"`{word}`"));

    public override bool Takes(YamlNode node) => node is ScalarNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        var text = ((ScalarNode)node).Text;
        if (!Words.Contains(text, StringComparer.Ordinal))
        {
            log.Refuse(
                path,
                PolicyCodes.ValueChoice,
                position,
                $"{Quotation.Of(text)} is not {(Words.Count == 1 ? "" : "one of ")}{Quotation.List(Words)}."
                + (Suggestion.Nearest(text, Words) is { } nearest ? $" Did you mean {Quotation.Of(nearest)}?" : ""));
        }
    }

    public override JsonObject Schema(JsonObject definitions) => Words.Count == 1
        ? new JsonObject { ["const"] = Words[0] }
        : new JsonObject { ["enum"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]) };
}
