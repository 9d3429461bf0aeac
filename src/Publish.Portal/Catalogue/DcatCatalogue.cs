using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Publish.Metadata;
using Publish.Metadata.Histories;
using Publish.Metadata.Packages;
using Publish.Portal.Published;
using Publish.Portal.Texts;
using static Publish.Portal.Catalogue.DcatTerms;

namespace Publish.Portal.Catalogue;

/// <summary>
/// Describes datasets after DCAT-AP 3.0.1 as JSON-LD: each dataset is a series, each edition shown a dataset in it with a
/// distribution a file.
/// </summary>
/// <param name="settings">The site.</param>
/// <param name="texts">The site's texts.</param>
internal sealed class DcatCatalogue(SiteSettings settings, SiteTexts texts)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a catalogue.</summary>
    /// <param name="target">Takes the JSON.</param>
    /// <param name="path">The catalogue's own path.</param>
    /// <param name="title">Its title.</param>
    /// <param name="datasets">The datasets with the versions to describe, one at a time: they need not be in memory together.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    public async Task WriteAsync(
        Stream target,
        string path,
        string title,
        IAsyncEnumerable<(DatasetView Dataset, IEnumerable<PublishedVersion> Versions)> datasets,
        CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(target, Compact);
        json.WriteStartObject();
        json.WritePropertyName("@context");
        Context().WriteTo(json);
        json.WritePropertyName("@graph");
        json.WriteStartArray();
        var members = new JsonArray();
        var records = new JsonArray();
        await foreach (var (dataset, versions) in datasets.WithCancellation(cancellation).ConfigureAwait(false))
        {
            foreach (var node in Describe(dataset, versions, members, records))
            {
                node.WriteTo(json);
            }

            await json.FlushAsync(cancellation).ConfigureAwait(false);
        }

        Catalogue(path, title, members, records).WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation).ConfigureAwait(false);
        target.WriteByte((byte)'\n');
    }

    private JsonObject Catalogue(string path, string title, JsonArray members, JsonArray records) => new()
    {
        ["@id"] = settings.AddressOf(path) + "#catalogue",
        ["@type"] = "dcat:Catalog",
        ["dcterms:title"] = Text(title, settings.Language),
        ["dcterms:description"] = Text(texts["home.lead"], settings.Language),
        ["dcterms:publisher"] = Agent(settings.Publisher),
        ["foaf:homepage"] = Page(settings.Address.AbsoluteUri),
        ["dcat:dataset"] = members,
        ["dcat:record"] = records,
    };

    private IEnumerable<JsonObject> Describe(
        DatasetView dataset, IEnumerable<PublishedVersion> versions, JsonArray members, JsonArray records)
    {
        var page = settings.AddressOf(dataset.PagePath);
        var series = page + "#series";
        if (dataset.Package is not { } newest)
        {
            yield break;
        }

        members.Add(Resource(series));
        yield return Described(newest, new JsonObject
        {
            ["@id"] = series,
            ["@type"] = "dcat:DatasetSeries",
            ["dcterms:issued"] = Moment(dataset.Issued),
            ["dcterms:modified"] = Moment(dataset.Updated),
        });
        foreach (var (entry, package) in versions)
        {
            if (package is null)
            {
                continue;
            }

            var id = $"{page}#{entry.Edition}-{entry.Version}";
            members.Add(Resource(id));
            records.Add(new JsonObject
            {
                ["@type"] = "dcat:CatalogRecord",
                ["dcterms:modified"] = Moment(entry.Updated),
                ["foaf:primaryTopic"] = Resource(id),
            });
            yield return Edition(dataset, entry, package, id, series, page);
        }
    }

    private JsonObject Edition(DatasetView dataset, HistoryEntry entry, DataPackage package, string id, string series, string page)
    {
        var node = Described(package, new JsonObject
        {
            ["@id"] = id,
            ["@type"] = "dcat:Dataset",
            ["dcterms:identifier"] = package.Id,
            ["dcat:version"] = package.Version,
            ["dcat:inSeries"] = Resource(series),
            ["dcat:landingPage"] = Page(page),
            ["dcterms:issued"] = Moment(entry.Published),
            ["dcterms:modified"] = Moment(entry.Updated),
            ["dcterms:accessRights"] = AccessRights(package.Publish.Audience),
        });
        if (package.Publish.Temporal is { } period)
        {
            node["dcterms:temporal"] = new JsonObject
            {
                ["@type"] = "dcterms:PeriodOfTime",
                ["dcat:startDate"] = Typed(Day(period.Start), "date"),
                ["dcat:endDate"] = Typed(Day(period.End), "date"),
            };
        }

        node["dcat:distribution"] = new JsonArray([.. package.Resources.Select(resource =>
            (JsonNode)Distribution(settings.DataAddressOf(dataset.FilePath(entry, resource.Path)), resource, package))]);
        return node;
    }

    private JsonObject Described(DataPackage package, JsonObject node)
    {
        var details = package.Publish;
        node["dcterms:title"] = Text(
            node["@type"]!.GetValue<string>() == "dcat:Dataset" ? $"{package.Title}, {details.Edition}" : package.Title, settings.Language);
        node["dcterms:description"] = Text(package.Description, settings.Language);
        node["dcterms:publisher"] = Agent(details.Publisher);
        node["dcterms:creator"] = Agent(details.Creator);
        node["dcterms:accrualPeriodicity"] = Frequency(details.UpdateFrequency);
        node["dcat:contactPoint"] = new JsonObject
        {
            ["@type"] = "vcard:Organization",
            ["vcard:fn"] = details.ContactPoint.ContactName,
            ["vcard:hasEmail"] = Resource("mailto:" + details.ContactPoint.Email),
        };
        Add(node, "dcat:keyword", package.Keywords ?? [], keyword => Text(keyword, settings.Language));
        Add(node, "dcat:theme", details.Theme, Concept);
        Add(node, "dcterms:spatial", details.Spatial, Place);
        return node;
    }

    private JsonObject Distribution(string address, PackageResource resource, DataPackage package) => new()
    {
        ["@id"] = address,
        ["@type"] = "dcat:Distribution",
        ["dcterms:title"] = Text($"{resource.Title} ({resource.Format})", settings.Language),
        ["dcat:accessURL"] = Resource(address),
        ["dcat:downloadURL"] = Resource(address),
        ["dcterms:license"] = new JsonObject { ["@id"] = package.Licences[0].Path, ["@type"] = "dcterms:LicenseDocument" },
        ["dcat:mediaType"] = Of(MediaType(resource.MediaType), "dcterms:MediaType"),
        ["dcterms:format"] = Of(FileType(resource.Format), "dcterms:MediaTypeOrExtent"),
        ["dcat:byteSize"] = Typed(resource.Bytes.ToString(CultureInfo.InvariantCulture), "nonNegativeInteger"),
        ["spdx:checksum"] = new JsonObject
        {
            ["@type"] = "spdx:Checksum",
            ["spdx:algorithm"] = Resource("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            ["spdx:checksumValue"] = Typed(resource.Hash["sha256:".Length..], "hexBinary"),
        },
    };

    private JsonObject Concept(string theme) => IsAddress(theme) ? Of(Resource(theme), "skos:Concept") : new JsonObject
    {
        ["@id"] = settings.AddressOf(SitePaths.Theme(Slug.Of(theme))) + "#theme",
        ["@type"] = "skos:Concept",
        ["skos:prefLabel"] = Text(theme, settings.Language),
    };

    private JsonObject Place(string area) => IsAddress(area) ? Of(Resource(area), "dcterms:Location") : new JsonObject
    {
        ["@type"] = "dcterms:Location",
        ["skos:prefLabel"] = Text(area, settings.Language),
    };

    private static void Add(JsonObject node, string property, IReadOnlyList<string> values, Func<string, JsonObject> make)
    {
        if (values.Count > 0)
        {
            node[property] = new JsonArray([.. values.Select(value => (JsonNode)make(value))]);
        }
    }

    private static JsonObject Of(JsonObject resource, string type)
    {
        resource["@type"] = type;
        return resource;
    }

    private JsonObject Agent(string name) => new()
    {
        ["@id"] = settings.AddressOf("#agent-" + Slug.Of(name)),
        ["@type"] = "foaf:Agent",
        ["foaf:name"] = name,
    };

    private static JsonObject Page(string address) => Of(Resource(address), "foaf:Document");

    private static JsonObject Moment(DateTimeOffset moment) => Typed(UtcMoment.Text(moment), "dateTime");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
