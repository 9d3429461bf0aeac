using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A share of a whole: <c>2%</c> or <c>0.02</c>.</summary>
internal sealed record ShareShape : Shape
{
    public override string Phrase => "a share such as `2%`, or a number from 0 to 1";

    public override bool Takes(YamlNode node) => node is ScalarNode scalar && TryParse(scalar, out _);

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        if (!TryParse((ScalarNode)node, out var share) || share < 0 || share > 1)
        {
            log.Refuse(path, PolicyCodes.ValueRange, position, $"Expected: {Phrase}.");
        }
    }

    /// <summary>Reads a share.</summary>
    public static bool TryParse(ScalarNode scalar, out decimal share)
    {
        var isPercentage = scalar.Text.EndsWith('%');
        var isNumber = NumberShape.TryParse(isPercentage ? scalar.Text[..^1] : scalar.Text, out share);
        share = isPercentage ? share / 100 : share;
        return isNumber && (isPercentage || scalar.IsPlain);
    }

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
            new JsonObject { ["type"] = "string", ["pattern"] = "^(?:100(?:\\.0{1,20})?|(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,20})?)%$" }),
    };
}
