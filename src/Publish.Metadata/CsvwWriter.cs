using System.Text.Json.Nodes;
using Publish.Metadata.Packages;

namespace Publish.Metadata;

/// <summary>
/// Describes a CSV file after CSV on the Web (Metadata Vocabulary for Tabular Data, W3C Recommendation, 17 December
/// 2015), in the file that readers look for beside it.
/// </summary>
internal static class CsvwWriter
{
    /// <summary>The name of the description of a release's CSV file.</summary>
    /// <param name="release">The release's name.</param>
    /// <returns>The CSV file's name with what the Recommendation appends (Model for Tabular Data, section 5.3).</returns>
    public static string FileName(string release) => release + ".csv-metadata.json";

    /// <summary>Describes a release's CSV file.</summary>
    /// <param name="package">The version.</param>
    /// <param name="release">The release.</param>
    /// <returns>The description.</returns>
    public static JsonObject Of(DataPackage package, PublishedRelease release)
    {
        var isTable = release.Kind == "table";
        return MetadataJson.Object(
            ("@context", new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" })),
            ("url", release.Name + ".csv"),
            ("dc:title", release.Title),
            ("dc:description", release.Description),
            ("dc:publisher", package.Publish.Publisher),
            ("dc:license", new JsonObject { ["@id"] = package.Licences[0].Path }),
            ("dc:isPartOf", new JsonObject { ["@id"] = package.Id }),
            ("dialect", new JsonObject { ["encoding"] = "utf-8", ["lineTerminators"] = "\n", ["header"] = true }),
            ("tableSchema", MetadataJson.Object(
                ("columns", new JsonArray([.. release.Columns.Select(column => (JsonNode)ColumnOf(column))])),
                ("primaryKey", isTable
                    ? MetadataJson.Texts(release.Columns.Where(column => column.Role == "key").Select(column => column.Name))
                    : null))));
    }

    // A column's name in CSVW is a URI template's variable; the label stays what it is under titles.
    private static JsonObject ColumnOf(DescribedColumn column) => MetadataJson.Object(
        ("titles", column.Name),
        ("name", VariableOf(column.Name)),
        ("dc:title", column.Title),
        ("dc:description", column.Description),
        ("datatype", column.Type switch
        {
            "text" => "string",
            "integer" => "long",
            "timestamp" => "datetime",
            var same => same,
        }),
        ("null", ""),
        ("required", column.Required));

    // RFC 6570: letters, digits, '_' and percent-encoded octets; CSVW keeps names that begin with '_' for itself.
    private static string VariableOf(string label)
    {
        var encoded = string.Concat(System.Text.Encoding.UTF8.GetBytes(label).Select(octet =>
            char.IsAsciiLetterOrDigit((char)octet) || octet == (byte)'_' ? ((char)octet).ToString() : FormattableString.Invariant($"%{octet:X2}")));
        return encoded.StartsWith('_') ? "%5F" + encoded[1..] : encoded;
    }
}
