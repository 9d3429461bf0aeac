using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Publish.Portal.Verification;

/// <summary>
/// Holds a description of a table to the rules of the Metadata Vocabulary for Tabular Data (W3C Recommendation, 17 December
/// 2015) on what it may say. What a processor would only warn of is a broken rule too: a published description has no
/// reason to be doubtful.
/// </summary>
internal static partial class CsvwDescription
{
    private const string Context = "http://www.w3.org/ns/csvw";

    // Section 5: the properties of each kind of description, and the only value its @type may have.
    private static readonly Kind Table = new("Table", "url", "dialect", "notes", "suppressOutput", "tableDirection", "tableSchema", "transformations", "@context");
    private static readonly Kind Schema = new("Schema", "columns", "foreignKeys", "primaryKey", "rowTitles");
    private static readonly Kind Column = new("Column", "name", "suppressOutput", "titles", "virtual");
    private static readonly Kind Dialect = new(
        "Dialect", "commentPrefix", "delimiter", "doubleQuote", "encoding", "header", "headerRowCount", "lineTerminators", "quoteChar", "skipBlankRows", "skipColumns", "skipInitialSpace", "skipRows", "trim");

    // Section 5.7: properties that a table and a schema hand on to their columns.
    private static readonly string[] Inherited =
        ["aboutUrl", "datatype", "default", "lang", "null", "ordered", "propertyUrl", "required", "separator", "textDirection", "valueUrl"];

    /// <summary>Checks a description.</summary>
    /// <param name="table">The description of a table.</param>
    /// <returns>The rules that are broken.</returns>
    public static IEnumerable<string> Run(JsonObject table)
    {
        var (schema, dialect) = (table["tableSchema"] as JsonObject, table["dialect"] as JsonObject);
        JsonObject[] columns = [.. (schema?["columns"] as JsonArray)?.OfType<JsonObject>() ?? []];
        return
        [
            .. ContextOf(table["@context"]),
            .. Properties(Table, table),
            .. schema is null ? [] : Properties(Schema, schema),
            .. dialect is null ? [] : Properties(Dialect, dialect).Concat(DialectValues(dialect)),
            .. columns.SelectMany(column => Properties(Column, column).Concat(ColumnValues(column))),
            .. columns.SkipWhile(column => !IsVirtual(column)).Any(column => !IsVirtual(column)) ? ["Virtual columns come after those of the file."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> ContextOf(JsonNode? context)
    {
        if (TextOf(context is JsonArray list ? list[0] : context) != Context)
        {
            yield return "The first context is that of CSVW.";
        }

        if (context is JsonArray { Count: > 1 } more
            && (more.Count > 2 || more[1] is not JsonObject local || local.Any(property => property.Key is not ("@base" or "@language"))
                || (local["@language"] is { } language && !IsLanguage(language))))
        {
            yield return "A second context has a base and a language of BCP 47, and nothing else.";
        }
    }

    private static IEnumerable<string> Properties(Kind kind, JsonObject description)
    {
        foreach (var (name, value) in description)
        {
            if (name.Contains(':', StringComparison.Ordinal))
            {
                if (!IsCommonValue(value))
                {
                    yield return "The value of a common property is JSON-LD of the kind that CSVW allows.";
                }
            }
            else if (name is not ("@id" or "@type") && !kind.Properties.Contains(name) && !(kind != Dialect && Inherited.Contains(name)))
            {
                yield return $"A {kind.Name} has no property that the vocabulary does not give it.";
            }
        }

        if (description["@id"] is { } id && (TextOf(id) is not { } address || address.StartsWith("_:", StringComparison.Ordinal)))
        {
            yield return "An identifier is an address.";
        }

        if (description["@type"] is { } type && TextOf(type) != kind.Name)
        {
            yield return $"The type of a {kind.Name} is {kind.Name}.";
        }

        if (description["lang"] is { } language && !IsLanguage(language))
        {
            yield return "A language is one of BCP 47.";
        }

        if (description["null"] is { } mark && !Texts(mark).All(text => text is not null))
        {
            yield return "What stands for no value is text.";
        }

        if (description["required"] is { } required && !IsBoolean(required))
        {
            yield return "Whether a cell is required is true or false.";
        }
    }

    private static IEnumerable<string> ColumnValues(JsonObject column)
    {
        if (column["name"] is { } name && (TextOf(name) is not { } text || !Variable().IsMatch(text)))
        {
            yield return "A column's name is the variable of a URI template, and does not begin with '_'.";
        }

        if (column["titles"] is { } titles && !Texts(titles).All(title => title?.Length > 0))
        {
            yield return "A column's titles are texts.";
        }

        if (column["virtual"] is { } isVirtual && !IsBoolean(isVirtual))
        {
            yield return "Whether a column is virtual is true or false.";
        }
    }

    private static IEnumerable<string> DialectValues(JsonObject dialect)
    {
        foreach (var (name, value) in dialect.Where(property => property.Key[0] != '@' && !property.Key.Contains(':', StringComparison.Ordinal)))
        {
            var isRight = name switch
            {
                "doubleQuote" or "header" or "skipBlankRows" or "skipInitialSpace" => IsBoolean(value),
                "headerRowCount" or "skipColumns" or "skipRows" => value is JsonValue number && number.TryGetValue<uint>(out _),
                "lineTerminators" => Texts(value).All(text => text is not null),
                "trim" => IsBoolean(value) || TextOf(value) is "true" or "false" or "start" or "end",
                "encoding" => TextOf(value) is { } encoding && Encoding().IsMatch(encoding),
                _ => TextOf(value) is not null,
            };
            if (!isRight)
            {
                yield return $"A dialect's {name} has a value of its kind.";
            }
        }
    }

    // Section 5.8: no lists, sets or contexts; a value has a language or a type; no node of its own kind, no blank one.
    private static bool IsCommonValue(JsonNode? value) => value switch
    {
        JsonArray items => items.All(IsCommonValue),
        JsonObject node when node.ContainsKey("@value") =>
            node["@value"] is JsonValue && node.All(property => property.Key is "@value" or "@language" or "@type")
            && !(node.ContainsKey("@language") && node.ContainsKey("@type")) && (node["@language"] is null || IsLanguage(node["@language"])),
        JsonObject node => node.All(property => property.Key switch
        {
            "@id" => TextOf(property.Value) is { } id && !id.StartsWith("_:", StringComparison.Ordinal),
            "@type" => Texts(property.Value).All(type => type is not null),
            _ => property.Key[0] != '@' && IsCommonValue(property.Value),
        }),
        _ => true,
    };

    private static bool IsVirtual(JsonObject column) => column["virtual"] is JsonValue value && value.TryGetValue<bool>(out var isVirtual) && isVirtual;

    private static bool IsBoolean(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsLanguage(JsonNode? value) => TextOf(value) is { } text && Language().IsMatch(text);

    private static string? TextOf(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var read) ? read : null;

    private static IEnumerable<string?> Texts(JsonNode? value) => value switch
    {
        JsonArray items => items.Select(TextOf),
        JsonObject byLanguage => byLanguage.SelectMany(pair => Language().IsMatch(pair.Key) ? Texts(pair.Value) : [null]),
        _ => [TextOf(value)],
    };

    [GeneratedRegex(@"\A[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    // RFC 6570, section 2.3.
    [GeneratedRegex(@"\A(?!_)(?:[A-Za-z0-9_.]|%[0-9A-Fa-f]{2})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Encoding();

    private sealed record Kind(string Name, params string[] Properties);
}
