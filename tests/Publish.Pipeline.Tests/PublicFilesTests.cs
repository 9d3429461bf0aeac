using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Publish.Duck;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>Holds every public file to the list of what may be told.</summary>
public class PublicFilesTests
{
    private static readonly string[] CertificateProperties =
    [
        "agency", "agreement", "attested", "audience", "audit", "bytes", "c", "column", "columns", "dataset", "decimals", "edition",
        "files", "format", "guarantee", "keys", "kind", "licence", "mediaType", "name", "parameter", "protects", "releases",
        "rules", "sha256", "title", "total", "totalMark", "type", "version",
    ];

    [Fact]
    public async Task A_certificate_of_a_table_tells_what_is_listed_and_no_more()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);
        var certificate = Certificate(desk);

        Assert.Empty(Properties(certificate).Except(CertificateProperties));
        AssertNumbersAreAllowed(certificate, receipt, threshold: null);
        Assert.DoesNotContain(Rules(certificate), rule => rule["parameter"] is not null);
    }

    [Fact]
    public async Task A_threshold_is_told_only_where_the_policy_says_so()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy.With(Some.Table.Replace("threshold: 3", "threshold: 3, publishThreshold: true", StringComparison.Ordinal)), Some.Csv);
        var certificate = Certificate(desk);

        AssertNumbersAreAllowed(certificate, receipt, threshold: 3);
        Assert.Equal(3, Assert.Single(Rules(certificate), rule => rule["parameter"] is not null)["parameter"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_certificate_of_records_tells_k_and_l_and_nothing_of_what_was_left_out()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.RecordsPolicy, Some.RecordsCsv(5, 200));
        var certificate = Certificate(desk);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Empty(Properties(certificate).Except(CertificateProperties));
        Assert.Equal([3d, 2d], Rules(certificate).Select(rule => rule["parameter"]!.GetValue<double>()));
        AssertNoDigestOfPrivate(desk, receipt);
    }

    [Fact]
    public async Task A_pointer_tells_edition_version_time_and_files()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);
        foreach (var (name, bytes) in desk.PublicFiles().Where(file => file.Key.EndsWith("latest.json", StringComparison.Ordinal)))
        {
            Assert.True(
                Properties(JsonNode.Parse(bytes)!).SequenceEqual(["bytes", "edition", "files", "name", "published", "sha256", "url", "version"]), name);
        }

        AssertNoDigestOfPrivate(desk, receipt);
    }

    [Fact]
    public async Task A_version_has_the_files_it_is_meant_to_have_and_digests_of_those_alone()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Assert.Equal(
            ["certificate.json", "changes.json", "croissant.json", "datapackage.json", "people.csv", "people.csv-metadata.json", "people.parquet"],
            desk.Published("SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[66..]));
    }

    [Fact]
    public async Task A_table_has_its_keys_measures_and_status_and_no_other_column()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        Assert.Equal(["region", "district", "sex", "count", "pay_sum", "pay_mean", "status"], desk.Table("people").Header);
        Assert.All(desk.Table("people").Rows, row => Assert.Contains(row["status"], new[] { "", "c" }));
    }

    [Fact]
    public async Task Primary_and_secondary_cells_look_alike()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);
        var hidden = desk.Table("people").Rows.Where(row => row["status"] == "c").ToArray();

        Assert.True(receipt.Tables[0].Primary > 0 && receipt.Tables[0].Shields > 0);
        Assert.Equal(receipt.Tables[0].Primary + receipt.Tables[0].Shields, hidden.Length);
        Assert.All(hidden, row => Assert.Equal(("", "", ""), (row["count"], row["pay_sum"], row["pay_mean"])));
    }

    [Fact]
    public async Task Parquet_metadata_tells_names_and_no_numbers()
    {
        using var desk = Some.Desk();
        await desk.RunAsync(Some.Policy, Some.Csv);
        var metadata = ParquetFiles.Query(desk, $"SELECT decode(key), decode(value) FROM parquet_kv_metadata({DuckSql.Literal(Path.Combine(desk.VersionFolder(), "people.parquet"))}) ORDER BY 1");

        Assert.Equal(
            [
                ["publish.agency", "some-agency"], ["publish.dataset", "some-things"], ["publish.edition", "2026-10"],
                ["publish.licence", "OGL-UK-3.0"], ["publish.release", "people"], ["publish.version", "v1.0.0"],
            ],
            metadata);
    }

    [Fact]
    public async Task Metadata_has_no_property_that_is_not_listed_and_no_number_but_sizes()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Some.Policy, Some.Csv);
        foreach (var (name, listed) in MetadataProperties)
        {
            var metadata = JsonNode.Parse(desk.Published(name))!;
            Assert.Empty(Properties(metadata).Except(listed));
            Assert.Empty(Numbers(metadata).Except(receipt.Published!.Places[0].Files.Select(file => (double)file.Bytes)));
        }
    }

    // What depends on the policy and on sizes and digests alone cannot tell of a row, a cell or a person.
    [Fact]
    public async Task Metadata_of_another_upload_differs_in_sizes_and_digests_alone()
    {
        using var one = Some.Desk();
        using var other = Some.Desk();
        await one.RunAsync(Some.Policy, Some.Csv);
        var receipt = await other.RunAsync(Some.Policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], Some.Rows.Skip(2).Concat(Some.Rows.Take(30).Select(row => new[] { "N" + row[0], "Sutton", "z", "7.25", "" }))));

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.NotEqual(one.Published("people.csv"), other.Published("people.csv"));
        Assert.All(MetadataProperties.Keys, name =>
            Assert.Equal(WithoutSizes(one.Published(name)), WithoutSizes(other.Published(name))));
    }

    private static string WithoutSizes(string text) =>
        Regex.Replace(text, "[0-9a-f]{64}|\"bytes\": [0-9]+|\"contentSize\": \"[0-9]+ B\"", "…");

    private static readonly Dictionary<string, string[]> MetadataProperties = new(StringComparer.Ordinal)
    {
        ["datapackage.json"] =
        [
            "$schema", "agency", "agreement", "areas", "audience", "benefits", "bytes", "chart", "column", "columns", "constraints", "contact",
            "contactName", "contactPoint", "contributors", "controllers", "creator", "dataset", "date", "description", "dialect",
            "discloses", "dpia", "edition", "email", "encoding", "end", "ends", "fields", "format", "gateway", "hash", "id", "keywords",
            "kind", "label", "lawfulBasis", "licenses", "lineTerminator", "mediatype", "method", "missingValues", "name", "objective",
            "outcome", "path", "primaryKey", "processors", "publish", "publisher", "purpose", "reason", "recipients", "reference",
            "releases", "required", "resources", "retention", "reviews", "role", "roles", "schedule", "schema", "spatial", "specialCategory", "start",
            "starts", "temporal", "theme", "title", "type", "updateFrequency", "value", "version",
        ],
        ["people.csv-metadata.json"] =
        [
            "@context", "@id", "@language", "columns", "datatype", "dc:description", "dc:isPartOf", "dc:license", "dc:publisher", "dc:title",
            "dialect", "encoding", "header", "lineTerminators", "name", "null", "primaryKey", "required", "tableSchema", "titles", "url",
        ],
        ["croissant.json"] =
        [
            "@context", "@id", "@language", "@type", "@vocab", "citeAs", "column", "conformsTo", "contentSize", "contentUrl", "cr", "creator",
            "dataType", "dct", "description", "distribution", "encodingFormat", "extract", "field", "fileObject", "identifier",
            "isAccessibleForFree", "key", "keywords", "license", "name", "publisher", "recordSet", "sc", "sha256", "source",
            "spatialCoverage", "temporalCoverage", "url", "version",
        ],
        ["changes.json"] = ["added", "changed", "columns", "edition", "files", "previous", "reason", "removed", "supersedes", "version"],
    };

    private static void AssertNumbersAreAllowed(JsonNode certificate, Receipt receipt, double? threshold)
    {
        double[] allowed =
        [
            1, .. receipt.Published!.Places[0].Files.Select(file => (double)file.Bytes),
            .. certificate["releases"]!.AsArray().SelectMany(r => r!["columns"]!.AsArray()).Select(c => c!["decimals"]).OfType<JsonNode>().Select(n => n.GetValue<double>()),
            .. threshold is { } t ? [t] : Array.Empty<double>(),
        ];
        Assert.Empty(Numbers(certificate).Except(allowed));
        Assert.DoesNotContain(
            receipt.Upload!.Rows.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', Texts(certificate).Where(text => text.Length != 64)),
            StringComparison.Ordinal);
    }

    private static void AssertNoDigestOfPrivate(Desk desk, Receipt receipt)
    {
        string[] secrets = [receipt.Upload!.Sha256, receipt.Policy!.Sha256, receipt.Id];
        Assert.All(desk.PublicFiles(), file => Assert.All(secrets, secret =>
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(file.Value), StringComparison.OrdinalIgnoreCase)));
    }

    private static JsonNode Certificate(Desk desk) => JsonNode.Parse(desk.Published("certificate.json"))!;

    private static IEnumerable<JsonNode> Rules(JsonNode certificate) =>
        certificate["releases"]!.AsArray().SelectMany(release => release!["rules"]!.AsArray()).OfType<JsonNode>();

    private static IEnumerable<string> Properties(JsonNode node) =>
        Nodes(node).OfType<JsonObject>().SelectMany(o => o.Select(p => p.Key)).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<double> Numbers(JsonNode node) =>
        Nodes(node).OfType<JsonValue>().Where(v => v.GetValueKind() == System.Text.Json.JsonValueKind.Number).Select(v => v.GetValue<double>());

    private static IEnumerable<string> Texts(JsonNode node) =>
        Nodes(node).OfType<JsonValue>().Where(v => v.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(v => v.GetValue<string>());

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };
}
