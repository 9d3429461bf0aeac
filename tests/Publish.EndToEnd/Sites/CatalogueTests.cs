using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>Holds the catalogues to DCAT-AP with a SHACL validator that is not ours, after a JSON-LD processor that is not ours.</summary>
[Collection(SiteTests.Name)]
public sealed class CatalogueTests(DemoSite demo, ShowcaseSite showcase)
{
    private const string Survey = "datasets/riverton-statistics/business-survey/catalog.jsonld";
    private const string DcatAp = "dcat-ap.ttl";

    [Theory]
    [InlineData("catalog.jsonld", 250)]
    [InlineData("datasets/northshire-council/road-casualties/catalog.jsonld", 80)]
    public void A_catalogue_meets_the_shapes_of_dcat_ap_and_says_as_much_as_it_should(string path, int leastTriples) =>
        AssertMeets(demo.Root, path, leastTriples);

    // Of a dataset that was withdrawn nothing is left to describe but the catalogue itself.
    [Theory]
    [InlineData("catalog.jsonld", 700)]
    [InlineData(Survey, 120)]
    [InlineData("datasets/millbrook-council/school-meals/catalog.jsonld", 80)]
    [InlineData("datasets/millbrook-council/library-visits/catalog.jsonld", 2_000)]
    [InlineData("datasets/millbrook-council/parking-fines/catalog.jsonld", 6)]
    public void So_do_those_of_every_kind_of_release_of_corrections_and_of_what_was_withdrawn(string path, int leastTriples) =>
        AssertMeets(showcase.Root, path, leastTriples);

    [Theory]
    [InlineData("\"dcat:accessURL\"", "\"dcat:page\"", "dcat#accessURL")]
    [InlineData("\"dcterms:title\"", "\"dcterms:alternative\"", "terms/title")]
    [InlineData("\"foaf:name\"", "\"foaf:nick\"", "foaf/0.1/name")]
    [InlineData("xsd:nonNegativeInteger", "xsd:string", "dcat#byteSize")]
    [InlineData("\"@type\":\"spdx:Checksum\"", "\"@type\":\"spdx:Other\"", "terms#checksum")]
    [InlineData("authority/frequency/", "authority/other/", "terms/accrualPeriodicity")]
    [InlineData("\"@type\":\"dcat:DatasetSeries\"", "\"@type\":\"dcat:Resource\"", "dcat#inSeries")]
    [InlineData("[\"dcat:Dataset\",\"dcat:Resource\"]", "\"dcat:Dataset\"", "primaryTopic")]
    [InlineData("[\"dcat:Dataset\",\"dcat:Resource\"]", "\"dcat:Resource\"", "dcat#dataset")]
    [InlineData("[\"vcard:Organization\",\"vcard:Kind\"]", "\"vcard:Organization\"", "dcat#contactPoint")]
    [InlineData("\"@type\":\"dcterms:Frequency\"", "\"@type\":\"dcterms:Standard\"", "accrualPeriodicity")]
    [InlineData("\"@type\":\"dcterms:RightsStatement\"", "\"@type\":\"dcterms:Standard\"", "accessRights")]
    [InlineData("\"@type\":\"spdx:ChecksumAlgorithm\"", "\"@type\":\"spdx:Other\"", "terms#algorithm")]
    [InlineData("\"@type\":\"foaf:Document\"", "\"@type\":\"foaf:Image\"", "dcat#landingPage")]
    public void A_broken_catalogue_breaks_a_shape(string old, string other, string path)
    {
        var catalogue = File.ReadAllText(Path.Combine(showcase.Root, Survey));
        Assert.Contains(old, catalogue, StringComparison.Ordinal);
        Assert.Contains(Shapes.Validate(DcatAp, catalogue.Replace(old, other, StringComparison.Ordinal)).Broken, result => result.Contains(path, StringComparison.Ordinal));
    }

    // JSON-LD without its context has no triples, and so breaks no shape: hence the count above.
    [Fact]
    public void A_catalogue_without_its_context_says_nothing()
    {
        var catalogue = File.ReadAllText(Path.Combine(showcase.Root, Survey));
        Assert.Equal(0, Shapes.Validate(DcatAp, "{" + catalogue[catalogue.IndexOf("\"@graph\"", StringComparison.Ordinal)..].Replace("dcat:", "x", StringComparison.Ordinal).Replace("dcterms:", "x", StringComparison.Ordinal).Replace("foaf:", "x", StringComparison.Ordinal).Replace("\"@type\"", "\"type\"", StringComparison.Ordinal)).Triples);
    }

    private static void AssertMeets(string root, string path, int leastTriples)
    {
        var (triples, broken) = Shapes.Validate(DcatAp, File.ReadAllText(Path.Combine(root, path)));
        Assert.Empty(broken);
        Assert.True(triples >= leastTriples, $"{triples} triples");
    }
}
