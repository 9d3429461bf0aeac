using System.Text.Json.Nodes;

namespace Publish.Portal.Catalogue;

/// <summary>The vocabularies of DCAT-AP 3.0.1 as the catalogue uses them.</summary>
internal static class DcatTerms
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    // The UK model's terms (Dublin Core frequencies) in the EU's authority table, which DCAT-AP demands.
    private static readonly Dictionary<string, string> Frequencies = new(StringComparer.Ordinal)
    {
        ["irregular"] = "IRREG",
        ["triennial"] = "TRIENNIAL",
        ["biennial"] = "BIENNIAL",
        ["annual"] = "ANNUAL",
        ["semiannual"] = "ANNUAL_2",
        ["threeTimesAYear"] = "ANNUAL_3",
        ["quarterly"] = "QUARTERLY",
        ["bimonthly"] = "BIMONTHLY",
        ["monthly"] = "MONTHLY",
        ["semimonthly"] = "MONTHLY_2",
        ["biweekly"] = "BIWEEKLY",
        ["threeTimesAMonth"] = "MONTHLY_3",
        ["weekly"] = "WEEKLY",
        ["semiweekly"] = "WEEKLY_2",
        ["threeTimesAWeek"] = "WEEKLY_3",
        ["daily"] = "DAILY",
        ["continuous"] = "CONT",
    };

    /// <summary>The context: prefixes only, so that every property is written by its prefixed name.</summary>
    public static JsonObject Context() => new()
    {
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["spdx"] = "http://spdx.org/rdf/terms#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    /// <summary>A frequency's term.</summary>
    public static JsonObject Frequency(string word) =>
        Resource(Authority + "frequency/" + Frequencies.GetValueOrDefault(word, "UNKNOWN"), "dcterms:Frequency");

    /// <summary>The access rights of an audience.</summary>
    public static JsonObject AccessRights(string audience) =>
        Resource(Authority + "access-right/" + (audience == "public" ? "PUBLIC" : "RESTRICTED"), "dcterms:RightsStatement");

    /// <summary>The file type of a format.</summary>
    public static JsonObject FileType(string format) => Resource(Authority + "file-type/" + format.ToUpperInvariant(), "dcterms:MediaTypeOrExtent");

    /// <summary>A media type as IANA names it.</summary>
    public static JsonObject MediaType(string mediaType) =>
        Resource("https://www.iana.org/assignments/media-types/" + mediaType, "dcterms:MediaType");

    /// <summary>The algorithm of a digest.</summary>
    public static JsonObject Sha256() =>
        Resource("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm");

    /// <summary>A reference.</summary>
    public static JsonObject Resource(string address) => new() { ["@id"] = address };

    /// <summary>
    /// A reference with the class of what it names: DCAT-AP's shapes ask for it, and a validator follows no address and draws
    /// no conclusion from a class to those above it.
    /// </summary>
    public static JsonObject Resource(string address, params string[] types) => new()
    {
        ["@id"] = address,
        ["@type"] = types is [var type] ? type : new JsonArray([.. types.Select(name => (JsonNode)name)]),
    };

    /// <summary>A text in the catalogue's language.</summary>
    public static JsonObject Text(string text, string language) => new() { ["@value"] = text, ["@language"] = language };

    /// <summary>A value of a datatype of XML Schema.</summary>
    public static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = "xsd:" + type };
}
