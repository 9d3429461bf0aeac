using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Publish.Metadata;

namespace Publish.Portal.Verification;

/// <summary>
/// Holds a <c>croissant.json</c> to the Croissant format, version 1.1. The moment of publication, which a version's folder
/// cannot hold, is not asked for.
/// </summary>
internal static class CroissantCheck
{
    private static readonly string[] Required = ["@context", "@type", "conformsTo", "name", "description", "license", "url", "creator"];

    /// <summary>Checks a description.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The rules it breaks.</returns>
    public static IEnumerable<string> Run(string file)
    {
        var dataset = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        foreach (var property in Required.Where(property => dataset[property] is null))
        {
            yield return $"A dataset has {property}.";
        }

        if (dataset["conformsTo"]?.GetValue<string>() != CroissantWriter.Specification || dataset["@type"]?.GetValue<string>() != "sc:Dataset")
        {
            yield return "A dataset of schema.org declares that it conforms to Croissant 1.1.";
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in dataset["distribution"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var path = Path.Combine(Path.GetDirectoryName(file)!, node["contentUrl"]?.GetValue<string>() ?? "");
            if (!ids.Add(node["@id"]?.GetValue<string>() ?? "") || node["encodingFormat"] is null)
            {
                yield return "A file has an identifier of its own and an encoding format.";
            }

            if (!File.Exists(path) || node["sha256"]?.GetValue<string>() != Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))
            {
                yield return "A file is there and has its digest.";
            }
        }

        foreach (var field in (dataset["recordSet"]?.AsArray().OfType<JsonObject>() ?? []).SelectMany(set => set["field"]?.AsArray().OfType<JsonObject>() ?? []))
        {
            if (!ids.Add(field["@id"]?.GetValue<string>() ?? "") || field["dataType"] is null)
            {
                yield return "A field has an identifier of its own and a data type.";
            }

            if (!ids.Contains(field["source"]?["fileObject"]?["@id"]?.GetValue<string>() ?? "") || field["source"]?["extract"]?["column"] is null)
            {
                yield return "A field's source is a column of a file of the distribution.";
            }
        }
    }
}
