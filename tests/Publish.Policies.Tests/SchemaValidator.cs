using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Publish.Policies.Tests;

/// <summary>
/// Validates JSON against the part of JSON Schema 2020-12 that the policy's schema uses, and throws on any other
/// keyword, so that the schema cannot come to rest on something that is not checked.
/// </summary>
internal sealed class SchemaValidator(JsonObject root)
{
    public bool IsValid(JsonNode? value) => IsValid(root, value);

    private bool IsValid(JsonObject schema, JsonNode? value) => schema.All(keyword => keyword.Key switch
    {
        "$schema" or "$defs" or "title" or "description" or "format" => true,
        "$ref" => IsValid(Resolve((string)keyword.Value!), value),
        "type" => Types(keyword.Value!).Any(type => IsOfType(value, type)),
        "const" => JsonNode.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value!.AsArray().Any(item => JsonNode.DeepEquals(item, value)),
        "pattern" => value is not JsonValue || !IsOfType(value, "string") || Regex.IsMatch((string)value!, ToDotNet((string)keyword.Value!), RegexOptions.ECMAScript),
        "minLength" => !IsOfType(value, "string") || ((string)value!).Length >= (int)keyword.Value!,
        "minimum" => !IsOfType(value, "number") || (decimal)value! >= (decimal)keyword.Value!,
        "exclusiveMinimum" => !IsOfType(value, "number") || (decimal)value! > (decimal)keyword.Value!,
        "maximum" => !IsOfType(value, "number") || (decimal)value! <= (decimal)keyword.Value!,
        "anyOf" => keyword.Value!.AsArray().Any(option => IsValid(option!.AsObject(), value)),
        "oneOf" => keyword.Value!.AsArray().Count(option => IsValid(option!.AsObject(), value)) == 1,
        "items" => value is not JsonArray list || list.All(item => IsValid(keyword.Value!.AsObject(), item)),
        "uniqueItems" => value is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count,
        "minItems" => value is not JsonArray list || list.Count >= (int)keyword.Value!,
        "maxItems" => value is not JsonArray list || list.Count <= (int)keyword.Value!,
        "required" => value is not JsonObject map || keyword.Value!.AsArray().All(key => map.ContainsKey((string)key!)),
        "minProperties" => value is not JsonObject map || map.Count >= (int)keyword.Value!,
        "maxProperties" => value is not JsonObject map || map.Count <= (int)keyword.Value!,
        "propertyNames" => value is not JsonObject map || map.All(entry => IsValid(keyword.Value!.AsObject(), JsonValue.Create(entry.Key))),
        "properties" => value is not JsonObject map || map.All(entry => keyword.Value!.AsObject()[entry.Key] is not JsonObject property || IsValid(property, entry.Value)),
        "additionalProperties" => value is not JsonObject map || map.All(entry => schema["properties"]?.AsObject().ContainsKey(entry.Key) == true
            || (keyword.Value is JsonObject additional && IsValid(additional, entry.Value))),
        var other => throw new NotSupportedException($"The validator does not know '{other}'."),
    });

    private JsonObject Resolve(string reference)
    {
        Assert.StartsWith("#/$defs/", reference, StringComparison.Ordinal);
        return root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray list ? list.Select(item => (string)item!) : [(string)type!];

    private static bool IsOfType(JsonNode? value, string type) => value switch
    {
        JsonObject => type == "object",
        JsonArray => type == "array",
        JsonValue scalar when scalar.TryGetValue<string>(out _) => type == "string",
        JsonValue scalar when scalar.TryGetValue<bool>(out _) => type == "boolean",
        JsonValue scalar when scalar.TryGetValue<decimal>(out var number) =>
            type == "number" || (type == "integer" && decimal.Truncate(number) == number),
        _ => type == "null",
    };

    // In .NET a final $ lets a line feed pass, and in JavaScript it does not.
    private static string ToDotNet(string pattern) => pattern.EndsWith('$') ? pattern[..^1] + "(?![\\s\\S])" : pattern;
}
