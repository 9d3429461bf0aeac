using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Publish.Portal.Verification;

/// <summary>
/// What the profiles of Data Package 2.0 (datapackage.org: package, resource, dialect and schema) ask of the form of each
/// property that Publish writes.
/// </summary>
internal static partial class DataPackageProfile
{
    private static readonly string[] PackageTexts = ["name", "id", "title", "description", "version", "homepage", "created"];
    private static readonly string[] ResourceTexts = ["name", "title", "description", "path", "format", "encoding"];
    private static readonly string[] DialectTexts = ["delimiter", "lineTerminator", "quoteChar", "escapeChar", "nullSequence", "commentChar"];
    private static readonly string[] FieldTexts = ["name", "type", "format", "title", "description"];

    /// <summary>Checks the form of a package.</summary>
    /// <param name="package">The package.</param>
    /// <returns>The rules it breaks.</returns>
    public static IEnumerable<string> Run(JsonObject package) =>
    [
        .. Texts("package", package, PackageTexts),
        .. Rule(IsList(package["keywords"], IsText), "Keywords are texts, at least one where there are any."),
        .. Rule(
            IsList(package["licenses"], licence => licence is JsonObject entry && (IsText(entry["name"]) || IsText(entry["path"]))),
            "A licence has a name or a path."),
        .. Rule(
            IsList(package["contributors"], person => person is JsonObject entry && IsList(entry["roles"], IsText)),
            "A contributor's roles are texts."),
        .. (package["resources"] as JsonArray)?.SelectMany(resource => resource is JsonObject entry ? Resource(entry) : ["A resource is an object."]) ?? [],
    ];

    private static IEnumerable<string> Resource(JsonObject resource) =>
    [
        .. Texts("resource", resource, ResourceTexts),
        .. Rule(resource["bytes"] is null || resource["bytes"]!.GetValueKind() == JsonValueKind.Number, "A resource's size is a number."),
        .. Rule(Matches(resource["hash"], Hash()), "A resource's hash is hexadecimal, after its algorithm and a colon."),
        .. Rule(Matches(resource["mediatype"], MediaType()), "A resource's media type has a type and a subtype."),
        .. Dialect(resource["dialect"]),
        .. Schema(resource["schema"]),
    ];

    private static IEnumerable<string> Dialect(JsonNode? node) => node switch
    {
        null => [],
        JsonObject dialect =>
        [
            .. Texts("dialect", dialect, DialectTexts),
            .. Rule(IsBoolean(dialect["header"]) && IsBoolean(dialect["doubleQuote"]), "Whether a file has a header is true or false."),
        ],
        _ => ["A dialect is an object."],
    };

    private static IEnumerable<string> Schema(JsonNode? node) => node switch
    {
        null => [],
        JsonObject schema =>
        [
            .. (schema["fields"] as JsonArray)?.SelectMany(field => field is JsonObject entry ? Field(entry) : ["A field is an object."]) ?? [],
            .. Rule(
                IsList(schema["missingValues"], mark => IsText(mark) || (mark is JsonObject entry && IsText(entry["value"]))),
                "What stands for a missing value is text, or an object that has it."),
            .. Rule(IsList(schema["primaryKey"], IsText) || IsText(schema["primaryKey"]), "A primary key names its fields."),
        ],
        _ => ["A schema is an object."],
    };

    private static IEnumerable<string> Field(JsonObject field) =>
    [
        .. Texts("field", field, FieldTexts),
        .. Rule(
            field["constraints"] is null || (field["constraints"] is JsonObject constraints && IsBoolean(constraints["required"]) && IsBoolean(constraints["unique"])),
            "A field's constraints are an object; whether it is required is true or false."),
    ];

    private static IEnumerable<string> Texts(string what, JsonObject node, string[] names) =>
        names.Where(name => node[name] is { } value && !IsText(value)).Select(name => $"The {name} of a {what} is text.");

    private static IEnumerable<string> Rule(bool isKept, string rule) => isKept ? [] : [rule];

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    // What is not there breaks no rule of form.
    private static bool IsBoolean(JsonNode? value) => value is null || value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsList(JsonNode? value, Func<JsonNode?, bool> isEntry) =>
        value is null || (value is JsonArray { Count: > 0 } list && list.All(isEntry));

    private static bool Matches(JsonNode? value, Regex form) => value is null || (IsText(value) && form.IsMatch(value.GetValue<string>()));

    [GeneratedRegex(@"\A(?:[^:]+:)?[0-9a-fA-F]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\A[^/\s]+/[^/\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
