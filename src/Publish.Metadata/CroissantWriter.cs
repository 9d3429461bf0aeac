using System.Globalization;
using System.Text.Json.Nodes;
using Publish.Metadata.Packages;

namespace Publish.Metadata;

/// <summary>
/// Describes a version after Croissant 1.1 (MLCommons, 2026-01-29) on schema.org's Dataset, with which search engines and
/// machine-learning tools find and load it.
/// </summary>
/// <remarks>
/// A version's folder holds no clock, so the file beside a version lacks <c>datePublished</c>; who knows the moment of
/// publication (the portal) passes it in with the dataset's address.
/// </remarks>
public static class CroissantWriter
{
    /// <summary>The file's name in a version's folder.</summary>
    public const string FileName = "croissant.json";

    /// <summary>The specification it conforms to.</summary>
    public const string Specification = "http://mlcommons.org/croissant/1.1";

    /// <summary>Describes a version.</summary>
    /// <param name="package">The version.</param>
    /// <param name="address">The dataset's page; where unknown, the version's identifier.</param>
    /// <param name="folder">What the addresses of files begin with: empty in the version's own folder, else ending in <c>/</c>.</param>
    /// <param name="published">The moment of publication, as ISO 8601; or <see langword="null"/>.</param>
    /// <returns>The description.</returns>
    public static JsonObject Of(DataPackage package, string? address = null, string folder = "", string? published = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        var details = package.Publish;
        return MetadataJson.Object(
            ("@context", Context(package.Language)),
            ("@type", "sc:Dataset"),
            ("@id", package.Id),
            ("conformsTo", Specification),
            ("name", package.Title),
            ("description", package.Description),
            ("identifier", package.Id),
            ("url", address ?? package.Id),
            ("license", package.Licences[0].Path),
            ("creator", Organisation(details.Creator)),
            ("publisher", Organisation(details.Publisher)),
            ("datePublished", published),
            ("version", package.Version),
            ("keywords", MetadataJson.Texts(package.Keywords ?? [])),
            ("temporalCoverage", details.Temporal is { } period ? $"{Day(period.Start)}/{Day(period.End)}" : details.Edition),
            ("spatialCoverage", MetadataJson.Texts(details.Spatial)),
            ("isAccessibleForFree", true),
            ("citeAs", $"{details.Publisher}, {package.Title}, edition {details.Edition}, version {package.Version}, {package.Id}"),
            ("distribution", new JsonArray([.. package.Resources.Select(resource => (JsonNode)FileOf(resource, folder))])),
            ("recordSet", new JsonArray([.. details.Releases.Select(release => (JsonNode)RecordSetOf(release))])));
    }

    private static JsonObject Organisation(string name) => new() { ["@type"] = "sc:Organization", ["name"] = name };

    private static JsonObject FileOf(PackageResource resource, string folder) => new()
    {
        ["@type"] = "cr:FileObject",
        ["@id"] = resource.Path,
        ["name"] = resource.Path,
        ["description"] = resource.Title,
        ["contentUrl"] = folder + resource.Path,
        ["contentSize"] = string.Create(CultureInfo.InvariantCulture, $"{resource.Bytes} B"),
        ["encodingFormat"] = resource.MediaType,
        ["sha256"] = resource.Hash["sha256:".Length..],
    };

    private static JsonObject RecordSetOf(PublishedRelease release) => MetadataJson.Object(
        ("@type", "cr:RecordSet"),
        ("@id", release.Name),
        ("name", release.Name),
        ("description", release.Description ?? release.Title),
        ("key", release.Kind == "table"
            ? new JsonArray([.. release.Columns.Where(column => column.Role == "key").Select(column =>
                (JsonNode)new JsonObject { ["@id"] = FieldId(release, column) })])
            : null),
        ("field", new JsonArray([.. release.Columns.Select(column => (JsonNode)FieldOf(release, column))])));

    private static JsonObject FieldOf(PublishedRelease release, DescribedColumn column) => new()
    {
        ["@type"] = "cr:Field",
        ["@id"] = FieldId(release, column),
        ["name"] = column.Name,
        ["description"] = column.Description,
        ["dataType"] = column.Type switch
        {
            "integer" => "sc:Integer",
            "decimal" => "sc:Float",
            "boolean" => "sc:Boolean",
            "date" => "sc:Date",
            "timestamp" => "sc:DateTime",
            _ => "sc:Text",
        },
        ["source"] = new JsonObject
        {
            ["fileObject"] = new JsonObject { ["@id"] = release.Name + ".csv" },
            ["extract"] = new JsonObject { ["column"] = column.Name },
        },
    };

    private static string FieldId(PublishedRelease release, DescribedColumn column) =>
        release.Name + "/" + Uri.EscapeDataString(column.Name);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The terms used here, as appendix 1 of the specification defines them.
    private static JsonObject Context(string language) => new()
    {
        ["@language"] = language,
        // The specification writes http as well; the reference reader (mlcroissant) compares with https.
        ["@vocab"] = "https://schema.org/",
        ["sc"] = "https://schema.org/",
        ["cr"] = "http://mlcommons.org/croissant/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["citeAs"] = "cr:citeAs",
        ["column"] = "cr:column",
        ["conformsTo"] = "dct:conformsTo",
        ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
        ["extract"] = "cr:extract",
        ["field"] = "cr:field",
        ["fileObject"] = "cr:fileObject",
        ["key"] = "cr:key",
        ["recordSet"] = "cr:recordSet",
        ["source"] = "cr:source",
    };
}
