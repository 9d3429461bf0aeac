using System.Globalization;
using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A number, written plainly: no quotes, separators, plus sign or exponent.</summary>
internal sealed record NumberShape(bool IsWhole, decimal Least, decimal Most) : Shape
{
    /// <summary>Whether <see cref="Least"/> itself is too small.</summary>
    public bool IsAbove { get; init; }

    public override string Phrase => string.Create(
        CultureInfo.InvariantCulture,
        $"a {(IsWhole ? "whole " : "")}number {(IsAbove ? "above" : "from")} {Least}{(Most < Unbounded ? $" to {Most}" : "")}");

    /// <summary>The bound of numbers that have none of their own.</summary>
    public const decimal Unbounded = 1_000_000_000_000_000_000;

    public override bool Takes(YamlNode node) =>
        node is ScalarNode { IsPlain: true } scalar && TryParse(scalar.Text, out var number)
        && (!IsWhole || !scalar.Text.Contains('.', StringComparison.Ordinal));

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        if (!TryParse(((ScalarNode)node).Text, out var number)
            || number < Least || number > Most || (IsAbove && number == Least))
        {
            log.Refuse(path, PolicyCodes.ValueRange, position, $"Expected: {Phrase}.");
        }
    }

    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["type"] = IsWhole ? "integer" : "number",
        [IsAbove ? "exclusiveMinimum" : "minimum"] = Least,
        ["maximum"] = Most,
    };

    /// <summary>Reads a number as the format writes it.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        number = 0;
        var digits = text.StartsWith('-') ? text[1..] : text;
        return digits.Length is > 0 and <= 40
            && digits.All(character => char.IsAsciiDigit(character) || character == '.')
            && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
