using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>One of several shapes, which the kind of the node tells apart.</summary>
internal sealed record EitherShape(params IReadOnlyList<Shape> Options) : Shape
{
    public override string Phrase => string.Join("; or ", Options.Select(option => option.Phrase));

    public override IEnumerable<ObjectShape> Parts => Options.SelectMany(option => option.Parts);

    public override bool Takes(YamlNode node) => Options.Any(option => option.Takes(node));

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log) =>
        Options.First(option => option.Takes(node)).Check(node, path, position, log);

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["anyOf"] = new JsonArray([.. Options.Select(option => option.Schema(definitions))]),
    };
}
