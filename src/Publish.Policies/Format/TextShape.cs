using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>A text. What YAML would take for a number or a truth value is taken as it is written.</summary>
internal sealed record TextShape(string Meaning) : Shape
{
    private readonly Regex? _regex;

    /// <summary>The form demanded: a regular expression of both .NET and ECMAScript for the whole text.</summary>
    public string? Form
    {
        get;
        init
        {
            field = value;
            _regex = value is null ? null : new Regex($@"\A(?:{value})\z", RegexOptions.CultureInvariant);
        }
    }

    /// <summary>Whether the empty text is one.</summary>
    public bool MayBeEmpty { get; init; }

    public override string Phrase => Meaning;

    public override bool Takes(YamlNode node) => node is ScalarNode;

    public override void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        if (!Accepts(((ScalarNode)node).Text))
        {
            log.Refuse(path, PolicyCodes.ValueForm, position, $"Expected: {Phrase}.");
        }
    }

    /// <summary>Whether a text is one.</summary>
    public bool Accepts(string text) => (MayBeEmpty || text.Length > 0) && (_regex is null || _regex.IsMatch(text));

    public override JsonObject Schema(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        if (Form is not null)
        {
            schema["type"] = "string";
            schema["pattern"] = $"^(?:{Form})$";
        }
        else if (!MayBeEmpty)
        {
            schema["minLength"] = 1;
        }

        return schema;
    }
}
