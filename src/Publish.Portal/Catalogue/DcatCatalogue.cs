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
    // Keywords, themes, areas and resources have no translation.
    private const string Words = "en";

    private static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a catalogue.</summary>
    /// <param name="target">Takes the JSON.</param>
    /// <param name="path">The catalogue's own path.</param>
    /// <param name="title">Its title.</param>
    /// <param name="datasets">The datasets as they are described, one at a time: they need not be in memory together.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    public async Task WriteAsync(
        Stream target, string path, string title, IAsyncEnumerable<DcatDataset> datasets, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(target, Compact);
        json.WriteStartObject();
        json.WritePropertyName("@context");
        Context().WriteTo(json);
        json.WritePropertyName("@graph");
        json.WriteStartArray();
        var editions = new List<(string Id, string Modified)>();
        await foreach (var dataset in datasets.WithCancellation(cancellation).ConfigureAwait(false))
        {
            foreach (var node in dataset.Nodes)
            {
                json.WriteRawValue(node.Span, skipInputValidation: true);
            }

            editions.AddRange(dataset.Editions);
            await json.FlushAsync(cancellation).ConfigureAwait(false);
        }

        WriteCatalogue(json, path, title, editions);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation).ConfigureAwait(false);
        target.WriteByte((byte)'\n');
    }

    /// <summary>Describes a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="versions">The versions to describe.</param>
    /// <returns>Its series and its editions; nothing where no version is left that tells of it.</returns>
    public DcatDataset Describe(DatasetView dataset, IEnumerable<PublishedVersion> versions)
    {
        var page = settings.AddressOf(dataset.PagePath);
        var series = page + "#series";
        if (dataset.Package is not { } newest || newest == dataset.About)
        {
            return new DcatDataset([], []);
        }

        // A catalogue's datasets are datasets; the series is found by those that are in it.
        var node = Resource(series, "dcat:DatasetSeries");
        node["dcterms:issued"] = Moment(dataset.Issued);
        node["dcterms:modified"] = Moment(dataset.Updated);
        var nodes = new List<ReadOnlyMemory<byte>> { Bytes(Described(newest, newest.Title, node)) };
        var editions = new List<(string, string)>();
        foreach (var (entry, package) in versions.Where(version => version.Package is not null))
        {
            var id = $"{page}#{entry.Edition}-{entry.Version}";
            nodes.Add(Bytes(Edition(dataset, entry, package!, id, series, page)));
            editions.Add((id, UtcMoment.Text(entry.Updated)));
        }

        return new DcatDataset(nodes, editions);
    }

    private static byte[] Bytes(JsonObject node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            node.WriteTo(json);
        }

        return bytes.ToArray();
    }

    // One edition after the other: of many datasets these are long lists.
    private void WriteCatalogue(Utf8JsonWriter json, string path, string title, IReadOnlyList<(string Id, string Modified)> editions)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Catalogue(path, title))
        {
            json.WritePropertyName(name);
            value!.WriteTo(json);
        }

        json.WriteStartArray("dcat:dataset");
        foreach (var (id, _) in editions)
        {
            Resource(id).WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("dcat:record");
        foreach (var (id, modified) in editions)
        {
            Record(id, modified).WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JsonObject Record(string id, string modified) => new()
    {
        ["@type"] = "dcat:CatalogRecord",
        ["dcterms:modified"] = Typed(modified, "dateTime"),
        ["foaf:primaryTopic"] = Resource(id),
    };

    private JsonObject Catalogue(string path, string title) => new()
    {
        ["@id"] = settings.AddressOf(path) + "#catalogue",
        ["@type"] = "dcat:Catalog",
        ["dcterms:title"] = Text(title, settings.Language),
        ["dcterms:description"] = Text(texts["home.lead"], settings.Language),
        ["dcterms:publisher"] = Agent(settings.Publisher),
        ["foaf:homepage"] = Page(settings.Address.AbsoluteUri),
    };

    private JsonObject Edition(DatasetView dataset, HistoryEntry entry, DataPackage package, string id, string series, string page)
    {
        var node = Resource(id, "dcat:Dataset", "dcat:Resource");
        node["dcterms:identifier"] = package.Id;
        node["dcat:version"] = package.Version;
        node["dcat:inSeries"] = Resource(series);
        node["dcat:landingPage"] = Page(page);
        node["dcterms:issued"] = Moment(entry.Published);
        node["dcterms:modified"] = Moment(entry.Updated);
        node["dcterms:accessRights"] = AccessRights(package.Publish.Audience);
        Described(package, $"{package.Title}, {package.Publish.Edition}", node);
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

    private JsonObject Described(DataPackage package, string title, JsonObject node)
    {
        var details = package.Publish;
        node["dcterms:title"] = Text(title, package.Language);
        node["dcterms:description"] = Text(package.Description, package.Language);
        node["dcterms:publisher"] = Agent(details.Publisher);
        node["dcterms:creator"] = Agent(details.Creator);
        node["dcterms:accrualPeriodicity"] = Frequency(details.UpdateFrequency);
        node["dcat:contactPoint"] = new JsonObject
        {
            ["@type"] = new JsonArray("vcard:Organization", "vcard:Kind"),
            ["vcard:fn"] = details.ContactPoint.ContactName,
            ["vcard:hasEmail"] = Resource("mailto:" + details.ContactPoint.Email),
        };
        Add(node, "dcat:keyword", package.Keywords ?? [], keyword => Text(keyword, Words));
        Add(node, "dcat:theme", details.Theme, Concept);
        Add(node, "dcterms:spatial", details.Spatial, Place);
        return node;
    }

    private static JsonObject Distribution(string address, PackageResource resource, DataPackage package) => new()
    {
        ["@id"] = address,
        ["@type"] = "dcat:Distribution",
        ["dcterms:title"] = Text($"{resource.Title} ({resource.Format})", Words),
        ["dcat:accessURL"] = Resource(address),
        ["dcat:downloadURL"] = Resource(address),
        ["dcterms:license"] = Resource(package.Licences[0].Path, "dcterms:LicenseDocument"),
        ["dcat:mediaType"] = MediaType(resource.MediaType),
        ["dcterms:format"] = FileType(resource.Format),
        ["dcat:byteSize"] = Typed(resource.Bytes.ToString(CultureInfo.InvariantCulture), "nonNegativeInteger"),
        ["spdx:checksum"] = new JsonObject
        {
            ["@type"] = "spdx:Checksum",
            ["spdx:algorithm"] = Sha256(),
            ["spdx:checksumValue"] = Typed(resource.Hash["sha256:".Length..], "hexBinary"),
        },
    };

    private JsonObject Concept(string theme) => IsAddress(theme) ? Resource(theme, "skos:Concept") : new JsonObject
    {
        ["@id"] = settings.AddressOf(SitePaths.Theme(Slug.Of(theme))) + "#theme",
        ["@type"] = "skos:Concept",
        ["skos:prefLabel"] = Text(theme, Words),
    };

    private JsonObject Place(string area) => IsAddress(area) ? Resource(area, "dcterms:Location") : new JsonObject
    {
        ["@type"] = "dcterms:Location",
        ["skos:prefLabel"] = Text(area, Words),
    };

    private static void Add(JsonObject node, string property, IReadOnlyList<string> values, Func<string, JsonObject> make)
    {
        if (values.Count > 0)
        {
            node[property] = new JsonArray([.. values.Select(value => (JsonNode)make(value))]);
        }
    }

    private JsonObject Agent(string name) => new()
    {
        ["@id"] = settings.AddressOf("#agent-" + Slug.Of(name)),
        ["@type"] = "foaf:Agent",
        ["foaf:name"] = name,
    };

    private static JsonObject Page(string address) => Resource(address, "foaf:Document");

    private static JsonObject Moment(DateTimeOffset moment) => Typed(UtcMoment.Text(moment), "dateTime");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
