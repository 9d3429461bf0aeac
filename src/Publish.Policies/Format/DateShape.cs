using System.Globalization;
using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A calendar date.</summary>
internal sealed record DateShape : Shape
{
    public override string Phrase => "a date such as `2026-01-31`";

    public override bool Takes(YamlNode node) => node is ScalarNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        if (!TryParse(((ScalarNode)node).Text, out _))
        {
            log.Refuse(path, PolicyCodes.ValueForm, position, $"Expected: {Phrase}.");
        }
    }

    /// <summary>Reads a date.</summary>
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["type"] = "string",
        ["format"] = "date",
        ["pattern"] = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    };
}
