using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>Yes or no.</summary>
internal sealed record BooleanShape : Shape
{
    public override string Phrase => "`true` or `false`";

    public override bool Takes(YamlNode node) => node is ScalarNode { IsPlain: true, Text: "true" or "false" };

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
    }

    public override JsonObject Schema(JsonObject definitions) => new() { ["type"] = "boolean" };
}
