using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Publish.Portal.Samples;

namespace Publish.Portal.Verification;

/// <summary>Holds a <c>datapackage.json</c> to the Data Package standard, version 2.0, and to the files beside it.</summary>
internal static partial class DataPackageCheck
{
    private static readonly string[] FieldTypes =
        ["string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any"];

    /// <summary>Checks a package.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The rules it breaks.</returns>
    public static IEnumerable<string> Run(string file)
    {
        var package = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        string[] broken = [.. DataPackageProfile.Run(package).Distinct(StringComparer.Ordinal)];
        foreach (var rule in broken)
        {
            yield return rule;
        }

        if (broken.Length > 0)
        {
            // Files cannot be held to a package that has not its own form.
            yield break;
        }

        if ((package["$schema"] as JsonValue)?.ToString() != Metadata.Packages.DataPackage.Profile)
        {
            yield return "A data package of version 2.0 names its profile under $schema.";
        }

        if (package["resources"] is not JsonArray { Count: > 0 } resources)
        {
            yield return "A data package has at least one resource.";
            yield break;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in resources.OfType<JsonObject>())
        {
            var name = resource["name"]?.GetValue<string>() ?? "";
            if (!Name().IsMatch(name) || !names.Add(name))
            {
                yield return "Every resource has a name of its own, of small letters, digits, '.', '_' and '-'.";
            }

            foreach (var rule in Resource(Path.GetDirectoryName(file)!, resource))
            {
                yield return $"{rule} (resource {name})";
            }
        }
    }

    private static IEnumerable<string> Resource(string folder, JsonObject resource)
    {
        var path = resource["path"]?.GetValue<string>() ?? "";
        if (path.Length == 0 || Path.GetFileName(path) != path || !File.Exists(Path.Combine(folder, path)))
        {
            yield return "A resource's path leads to a file beside the package.";
            yield break;
        }

        var content = File.ReadAllBytes(Path.Combine(folder, path));
        if (resource["bytes"]?.GetValue<long>() != content.LongLength)
        {
            yield return "A resource has the size of its file.";
        }

        if (resource["hash"]?.GetValue<string>() != "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)))
        {
            yield return "A resource has the digest of its file.";
        }

        var fields = resource["schema"]?["fields"]?.AsArray().OfType<JsonObject>().ToArray() ?? [];
        if (fields.Length == 0 || !fields.All(field => field["name"] is not null && FieldTypes.Contains(field["type"]?.GetValue<string>())))
        {
            yield return "A table schema has fields, each with a name and a type of the standard.";
        }

        var labels = fields.Select(field => field["name"]?.GetValue<string>()).ToArray();
        if (resource["schema"]?["primaryKey"] is JsonArray key && !key.All(name => labels.Contains(name?.GetValue<string>())))
        {
            yield return "A primary key is of fields of the schema.";
        }

        if (resource["format"]?.GetValue<string>() == "csv")
        {
            using var csv = new MemoryStream(content, writable: false);
            if (!CsvRows.Read(csv).First().SequenceEqual(labels))
            {
                yield return "The fields are the labels of the header, in their order.";
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
