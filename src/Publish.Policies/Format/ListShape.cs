using System.Globalization;
using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A list.</summary>
internal sealed record ListShape(Shape Item, string Meaning, int Least = 0, int Most = int.MaxValue) : Shape
{
    public override string Phrase => Meaning;

    public override IEnumerable<ObjectShape> Parts => Item.Parts;

    public override bool Takes(YamlNode node) => node is ListNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        var items = ((ListNode)node).Items;
        if (items.Count < Least || items.Count > Most)
        {
            log.Refuse(path, PolicyCodes.Length, position, LengthDetail(Least, Most));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var item = PolicyPositions.PathOf(i);
            Item.CheckAny(items[i], path + item, (items[i].Line, items[i].Column), log);
            if (items[i] is ScalarNode scalar && !seen.Add(scalar.Text))
            {
                log.Refuse(path + item, PolicyCodes.RepeatedItem, (scalar.Line, scalar.Column), $"It is {Quotation.Of(scalar.Text)}.");
            }
        }
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Item.Schema(definitions), ["uniqueItems"] = true };
        if (Least > 0)
        {
            schema["minItems"] = Least;
        }

        if (Most < int.MaxValue)
        {
            schema["maxItems"] = Most;
        }

        return schema;
    }

    /// <summary>A sentence about the number of entries.</summary>
    public static string LengthDetail(int least, int most) => string.Create(
        CultureInfo.InvariantCulture,
        $"Expected: {(least == most ? $"exactly {least}" : most == int.MaxValue ? $"at least {least}" : $"{least} to {most}")}.");
}
