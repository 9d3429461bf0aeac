using System.Text.Json.Nodes;
using Publish.Policies.Publications;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>When a version may be published.</summary>
internal sealed record PublicationTimeShape : Shape
{
    public override string Phrase =>
        "an instant such as `2026-12-15T09:30:00Z`, or a rule such as `third Tuesday 09:30 Europe/London`";

    public override bool Takes(YamlNode node) => node is ScalarNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        if (!PublicationTime.TryParse(((ScalarNode)node).Text, out _))
        {
            log.Refuse(path, PolicyCodes.ValueForm, position, $"Expected: {Phrase}.");
        }
    }

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^{PublicationTime.Form}$",
    };
}
