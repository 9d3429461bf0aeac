using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A mapping with the keys the format knows.</summary>
/// <param name="Name">The name of the definition in the JSON Schema, and the heading in the reference.</param>
/// <param name="Meaning">A phrase for people.</param>
/// <param name="Keys">The keys, in the order they are best written.</param>
internal sealed record ObjectShape(string Name, string Meaning, IReadOnlyList<KeyShape> Keys) : Shape
{
    /// <summary>Keys of which exactly one must be given; none where there is no such rule.</summary>
    public IReadOnlyList<string> ExactlyOneOf { get; init; } = [];

    /// <summary>Keys of which at least one must be given; none where there is no such rule.</summary>
    public IReadOnlyList<string> AtLeastOneOf { get; init; } = [];

    public override string Phrase => Meaning;

    public override IEnumerable<ObjectShape> Parts => [this];

    public override bool Takes(YamlNode node) => node is MappingNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        var mapping = (MappingNode)node;
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (Keys.FirstOrDefault(key => key.Name == entry.Key.Text) is { } known)
            {
                known.Shape.CheckAny(entry.Value, path + PolicyPositions.PathOf(known.Name), entry.Position, log);
            }
            else
            {
                meant.Add(ReportUnknown(entry.Key, log) ?? "");
            }
        }

        foreach (var key in Keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null))
        {
            RefuseMissing(path, key, position, meant.Contains(key.Name), log);
        }

        CheckExactlyOne(mapping, path, position, meant, log);
        CheckAtLeastOne(mapping, path, position, meant, log);
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        if (!definitions.ContainsKey(Name))
        {
            definitions[Name] = null;
            definitions[Name] = Definition(definitions);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{Name}" };
    }

    /// <summary>The schema itself, without a name.</summary>
    public JsonObject Definition(JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            var property = key.Shape.Schema(definitions);
            property["description"] = key.Description + (key.Default is null ? "" : $" Default: {key.Default}.");
            properties[key.Name] = property;
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (Keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JsonArray([.. Keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]);
        }

        if (ExactlyOneOf.Count > 0)
        {
            schema["oneOf"] = new JsonArray(
                [.. ExactlyOneOf.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        }

        if (AtLeastOneOf.Count > 0)
        {
            schema["anyOf"] = new JsonArray(
                [.. AtLeastOneOf.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        }

        return schema;
    }

    private string? ReportUnknown(ScalarNode key, ReadingLog log)
    {
        string[] names = log.IsFull ? [] : [.. Keys.Select(known => known.Name)];
        log.Report(PolicyCodes.UnknownKey, key.Line, key.Column, $"It is {Quotation.Of(key.Text)}. {Suggestion.For(key.Text, names)}".TrimEnd());
        return Suggestion.Nearest(key.Text, names);
    }

    private static void RefuseMissing(
        string path, KeyShape key, (int Line, int Column) position, bool isMisspelt, ReadingLog log)
    {
        log.Refuse(path + PolicyPositions.PathOf(key.Name));
        if (!isMisspelt)
        {
            log.Report(PolicyCodes.MissingKey, position.Line, position.Column, $"It is '{key.Name}': {key.Shape.Phrase}.");
        }
    }

    private void CheckExactlyOne(
        MappingNode mapping, string path, (int Line, int Column) position, HashSet<string> meant, ReadingLog log)
    {
        var given = ExactlyOneOf.Where(key => mapping.Find(key) is not null).ToArray();
        if (ExactlyOneOf.Count == 0 || given.Length == 1)
        {
            return;
        }

        log.Refuse(path);
        if (given.Length > 1 || !ExactlyOneOf.Any(meant.Contains))
        {
            log.Report(PolicyCodes.ExactlyOne, position.Line, position.Column, $"They are {Quotation.List(ExactlyOneOf)}.");
        }
    }

    private void CheckAtLeastOne(
        MappingNode mapping, string path, (int Line, int Column) position, HashSet<string> meant, ReadingLog log)
    {
        if (AtLeastOneOf.Count == 0 || AtLeastOneOf.Any(key => mapping.Find(key) is not null))
        {
            return;
        }

        log.Refuse(path);
        if (!AtLeastOneOf.Any(meant.Contains))
        {
            log.Report(PolicyCodes.MissingKey, position.Line, position.Column, $"It is one of {Quotation.List(AtLeastOneOf)}.");
        }
    }
}
