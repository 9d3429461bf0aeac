using System.Diagnostics;
using System.Text.Json;

namespace Publish.EndToEnd.Sites;

/// <summary>Holds the catalogues to DCAT-AP with a SHACL validator that is not ours, after a JSON-LD processor that is not ours.</summary>
[Collection(SiteTests.Name)]
public sealed class CatalogueTests(DemoSite site)
{
    [Theory]
    [InlineData("catalog.jsonld", 250)]
    [InlineData("datasets/northshire-council/road-casualties/catalog.jsonld", 80)]
    public void A_catalogue_meets_the_shapes_of_dcat_ap_and_says_as_much_as_it_should(string path, int leastTriples)
    {
        var (triples, broken) = Validate(File.ReadAllText(Path.Combine(site.Root, path)));
        Assert.Empty(broken);
        Assert.True(triples >= leastTriples, $"{triples} triples");
    }

    [Theory]
    [InlineData("\"dcat:accessURL\"", "\"dcat:page\"", "dcat#accessURL")]
    [InlineData("\"dcterms:title\"", "\"dcterms:alternative\"", "terms/title")]
    [InlineData("\"foaf:name\"", "\"foaf:nick\"", "foaf/0.1/name")]
    [InlineData("xsd:nonNegativeInteger", "xsd:string", "dcat#byteSize")]
    [InlineData("\"@type\":\"spdx:Checksum\"", "\"@type\":\"spdx:Other\"", "terms#checksum")]
    [InlineData("authority/frequency/", "authority/other/", "terms/accrualPeriodicity")]
    [InlineData("\"@type\":\"dcat:DatasetSeries\"", "\"@type\":\"dcat:Resource\"", "dcat#inSeries")]
    public void A_broken_catalogue_breaks_a_shape(string old, string other, string path)
    {
        var catalogue = File.ReadAllText(Path.Combine(site.Root, "catalog.jsonld"));
        Assert.Contains(old, catalogue, StringComparison.Ordinal);
        Assert.Contains(Validate(catalogue.Replace(old, other, StringComparison.Ordinal)).Broken, result => result.Contains(path, StringComparison.Ordinal));
    }

    // JSON-LD without its context has no triples, and so breaks no shape: hence the count above.
    [Fact]
    public void A_catalogue_without_its_context_says_nothing()
    {
        var catalogue = File.ReadAllText(Path.Combine(site.Root, "catalog.jsonld"));
        Assert.Equal(0, Validate("{" + catalogue[catalogue.IndexOf("\"@graph\"", StringComparison.Ordinal)..].Replace("dcat:", "x", StringComparison.Ordinal).Replace("dcterms:", "x", StringComparison.Ordinal).Replace("foaf:", "x", StringComparison.Ordinal).Replace("\"@type\"", "\"type\"", StringComparison.Ordinal)).Triples);
    }

    private static (int Triples, string[] Broken) Validate(string catalogue)
    {
        var file = Path.Combine(Path.GetTempPath(), $"publish-catalogue-{Guid.NewGuid():N}.jsonld");
        File.WriteAllText(file, catalogue);
        var folder = Path.Combine(Repository.Root, "tests", "Publish.EndToEnd", "Sites");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "validate-shacl.mjs"), Path.Combine(folder, "dcat-ap.ttl"), file])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(file);
        Assert.True(process.ExitCode == 0, faults.Result);
        using var report = JsonDocument.Parse(output);
        return (report.RootElement.GetProperty("triples").GetInt32(), [.. report.RootElement.GetProperty("broken").EnumerateArray().Select(item => item.GetString()!)]);
    }
}
