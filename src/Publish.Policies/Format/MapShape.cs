using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A mapping whose keys the policy chooses, such as columns.</summary>
internal sealed record MapShape(TextShape Key, Shape Value, string Meaning, int Least = 0, int Most = int.MaxValue) : Shape
{
    public override string Phrase => Meaning;

    public override IEnumerable<ObjectShape> Parts => Value.Parts;

    public override bool Takes(YamlNode node) => node is MappingNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        var entries = ((MappingNode)node).Entries;
        if (entries.Count < Least || entries.Count > Most)
        {
            log.Refuse(path, PolicyCodes.Length, position, ListShape.LengthDetail(Least, Most));
            return;
        }

        foreach (var entry in entries)
        {
            if (Key.Accepts(entry.Key.Text))
            {
                Value.CheckAny(entry.Value, path + PolicyPositions.PathOf(entry.Key.Text), entry.Position, log);
            }
            else
            {
                log.Report(PolicyCodes.ValueForm, entry.Key.Line, entry.Key.Column, $"Expected: {Key.Phrase}.");
            }
        }
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = $"^(?:{Key.Form})$" },
            ["additionalProperties"] = Value.Schema(definitions),
        };
        if (Least > 0)
        {
            schema["minProperties"] = Least;
        }

        if (Most < int.MaxValue)
        {
            schema["maxProperties"] = Most;
        }

        return schema;
    }
}
