using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A mapping whose keys depend on the word of one of them, which is the variant's name.</summary>
internal sealed record VariantShape(string Tag, IReadOnlyList<ObjectShape> Variants, string Meaning) : Shape
{
    private ChoiceShape Words => new([.. Variants.Select(variant => variant.Name)]);

    public override string Phrase => Meaning;

    public override IEnumerable<ObjectShape> Parts => Variants;

    public override bool Takes(YamlNode node) => node is MappingNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        var entry = ((MappingNode)node).Find(Tag);
        if (entry?.Value is ScalarNode word && Variants.FirstOrDefault(known => known.Name == word.Text) is { } variant)
        {
            variant.Check(node, path, position, log);
            return;
        }

        log.Refuse(path);
        if (entry is null)
        {
            log.Report(PolicyCodes.MissingKey, position.Line, position.Column, $"It is '{Tag}': {Words.Phrase}.");
        }
        else
        {
            Words.CheckAny(entry.Value, path + PolicyPositions.PathOf(Tag), entry.Position, log);
        }
    }

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["oneOf"] = new JsonArray([.. Variants.Select(variant => variant.Schema(definitions))]),
    };
}
