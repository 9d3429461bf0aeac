using System.Text.Json.Nodes;
using Publish.Metadata.Packages;

namespace Publish.Metadata.Tests;

public class MetadataFilesTests
{
    [Fact]
    public void The_same_version_is_described_by_the_same_bytes() =>
        Assert.Equal(MetadataFiles.Of(Some.Certificate, Some.Policy), MetadataFiles.Of(Some.Certificate, Some.Policy), new FileComparer());

    [Fact]
    public void A_package_read_back_is_the_one_written()
    {
        var package = Some.Package();
        Assert.Equal(Some.File(DataPackage.FileName), MetadataJson.Write(package));
        Assert.Equal(("1.0.0", "some-things", "Some \"things\" & more"), (package.Version, package.Name, package.Title));
        Assert.Equal(["people", "people-parquet"], package.Resources.Select(resource => resource.Name));
        Assert.Equal(new PublishedPeriod(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)), package.Publish.Temporal);
        Assert.Equal(new PublishedChart("bar", "age_band", "count", "district"), package.Publish.Releases[0].Chart);
        Assert.Equal("A-1", package.Publish.Agreement.Id);
    }

    [Fact]
    public void Columns_are_described_by_the_policy_and_by_their_level()
    {
        var columns = Some.Package().Publish.Releases[0].Columns;
        Assert.Equal(["District", "Age band", "Count", "Weekly pay, mean", "Status"], columns.Select(column => column.Title));
        Assert.Equal(["key", "key", "number", "number", "status"], columns.Select(column => column.Role));
        Assert.Equal([true, true, false, false, false], columns.Select(column => column.Required));
        Assert.StartsWith("Where it was.", columns[0].Description, StringComparison.Ordinal);
        Assert.Contains("'Total'", columns[1].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conventional-rounding", 5.0, "Number of distinct respondents. Rounded to the nearest multiple of 5. Empty where")]
    [InlineData("random-rounding", 3.0, "Rounded by chance to a neighbouring multiple of 3.")]
    [InlineData("small-count-rounding", 5.0, "Numbers above 0 and below 5 are rounded to one of these;")]
    [InlineData("cell-key", null, "With noise (cell key method): not exact.")]
    public void A_count_that_is_not_exact_is_described_so_in_every_file_of_metadata(string rule, double? parameter, string part)
    {
        var release = Some.Certificate.Releases[0] with { Rules = [new CertifiedRule(rule, "A guarantee.", parameter)] };
        var certificate = Some.Certificate with { Releases = [release] };
        Assert.Contains(part, Some.Package(certificate).Publish.Releases[0].Columns.Single(column => column.Name == "count").Description, StringComparison.Ordinal);
        Assert.All(MetadataFiles.Of(certificate, Some.Policy).Where(file => file.Name != VersionChanges.FileName), file =>
            Assert.Contains(part, System.Text.Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal));
        Assert.DoesNotContain("ounded", string.Concat(Some.Package().Publish.Releases[0].Columns.Select(column => column.Description)), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_records_as_collected_keep_their_type()
    {
        var records = Some.Certificate.Releases[0] with { Kind = "records", TotalMark = null, Keys = [new CertifiedKey("age", ["age"], false, "integer")] };
        var schema = Some.Package(Some.Certificate with { Releases = [records] }).Resources[0].Schema;
        Assert.Equal("integer", schema.Fields[0].Type);
        Assert.Null(schema.PrimaryKey);
        Assert.Null(schema.Fields[0].Constraints);
    }

    [Fact]
    public void A_table_in_csvw_tells_rows_apart_by_its_keys()
    {
        var csvw = JsonNode.Parse(Some.File("people.csv-metadata.json"))!;
        Assert.Equal("people.csv", csvw["url"]!.GetValue<string>());
        Assert.Equal(["district", "age_band"], csvw["tableSchema"]!["primaryKey"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(
            ["string", "string", "long", "decimal", "string"],
            csvw["tableSchema"]!["columns"]!.AsArray().Select(column => column!["datatype"]!.GetValue<string>()));
    }

    [Fact]
    public void Croissant_has_the_moment_of_publication_where_it_is_known()
    {
        var beside = CroissantWriter.Of(Some.Package());
        var onSite = CroissantWriter.Of(Some.Package(), "https://open.example/d/", "https://open.example/data/", "2026-11-02T09:30:00Z");
        Assert.Null(beside["datePublished"]);
        Assert.Equal("2026-11-02T09:30:00Z", onSite["datePublished"]!.GetValue<string>());
        Assert.Equal("https://open.example/data/people.csv", onSite["distribution"]![0]!["contentUrl"]!.GetValue<string>());
        Assert.Equal(CroissantWriter.Specification, beside["conformsTo"]!.GetValue<string>());
    }

    [Fact]
    public void The_certificate_lists_them_with_their_digests()
    {
        var files = MetadataFiles.Of(Some.Certificate, Some.Policy);
        var certified = files.Select(file => MetadataFiles.Certified(file.Name, file.Content)).ToArray();
        Assert.Equal(
            [("changes.json", "application/json"), ("croissant.json", "application/ld+json"), ("datapackage.json", "application/json"), ("people.csv-metadata.json", "application/csvm+json")],
            certified.Select(file => (file.Name, file.MediaType)));
        Assert.Equal(files.Select(file => file.Content.LongLength), certified.Select(file => file.Bytes));
        var written = CertificateJson.Write(Some.Certificate with { Files = certified });
        Assert.Equal(certified, CertificateJson.Read(written).Files);
    }

    private sealed class FileComparer : IEqualityComparer<(string Name, byte[] Content)>
    {
        public bool Equals((string Name, byte[] Content) x, (string Name, byte[] Content) y) =>
            x.Name == y.Name && x.Content.AsSpan().SequenceEqual(y.Content);

        public int GetHashCode((string Name, byte[] Content) file) => file.Name.GetHashCode(StringComparison.Ordinal);
    }
}
