using System.Text.Json.Nodes;

namespace Publish.Portal.Verification;

/// <summary>Holds a catalogue to what DCAT-AP 3.0.1 makes mandatory, class by class, and to links that stay within it.</summary>
internal static class DcatCheck
{
    private static readonly Dictionary<string, string[]> Mandatory = new(StringComparer.Ordinal)
    {
        ["dcat:Catalog"] = ["dcterms:title", "dcterms:description", "dcterms:publisher"],
        ["dcat:Dataset"] = ["dcterms:title", "dcterms:description"],
        ["dcat:DatasetSeries"] = ["dcterms:title", "dcterms:description"],
        ["dcat:Distribution"] = ["dcat:accessURL"],
        ["dcat:CatalogRecord"] = ["dcterms:modified", "foaf:primaryTopic"],
        ["foaf:Agent"] = ["foaf:name"],
        ["spdx:Checksum"] = ["spdx:algorithm", "spdx:checksumValue"],
    };

    /// <summary>Checks a catalogue.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The rules it breaks.</returns>
    public static IEnumerable<string> Run(string file)
    {
        var catalogue = JsonNode.Parse(File.ReadAllText(file))!;
        var prefixes = catalogue["@context"]?.AsObject().Select(prefix => prefix.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        var nodes = Objects(catalogue["@graph"]).ToArray();
        var described = nodes.Where(node => node["@type"] is not null && node["@id"] is not null).Select(node => node["@id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        if (nodes.Count(node => TypeOf(node) == "dcat:Catalog") != 1)
        {
            broken.Add("There is one catalogue.");
        }

        foreach (var node in nodes)
        {
            foreach (var property in Mandatory.GetValueOrDefault(TypeOf(node), []).Where(property => node[property] is null))
            {
                broken.Add($"{TypeOf(node)} has {property}.");
            }

            // A term without a known prefix would be no statement at all.
            foreach (var (term, _) in node.Where(property => property.Key[0] != '@' && !prefixes.Contains(property.Key.Split(':')[0])))
            {
                broken.Add($"The context has the prefix of {term}.");
            }

            foreach (var reference in (node["dcat:dataset"] as JsonArray ?? []).Concat([node["dcat:inSeries"], node["foaf:primaryTopic"]]).OfType<JsonObject>())
            {
                if (!described.Contains(reference["@id"]?.GetValue<string>() ?? ""))
                {
                    broken.Add("A dataset that is named is described.");
                }
            }
        }

        return broken;
    }

    // Of several types the first is the one that DCAT-AP describes.
    private static string TypeOf(JsonObject node) => node["@type"] switch
    {
        JsonArray { Count: > 0 } types => types[0]!.GetValue<string>(),
        JsonValue type => type.GetValue<string>(),
        _ => "",
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject value => value.Select(property => property.Value).SelectMany(Objects).Prepend(value),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
