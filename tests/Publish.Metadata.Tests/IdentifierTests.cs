namespace Publish.Metadata.Tests;

public class IdentifierTests
{
    [Fact]
    public void An_identifier_is_a_uuid_of_version_8_that_never_changes()
    {
        var id = VersionIdentifier.Of("agency", "dataset", "2026", "v1.0.0");
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        // SHA-256 of "publish:agency/dataset/2026/v1.0.0", as sha256sum gives it, with the version and variant bits set.
        Assert.Equal("urn:uuid:e44c07ed-6d87-8a84-8cc6-d9f5e2a4eff8", id);
        Assert.NotEqual(id, VersionIdentifier.Of("agency", "dataset", "2026", "v1.0.1"));
    }

    [Theory]
    [InlineData("OGL-UK-3.0", "Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")]
    [InlineData("MIT", "MIT", "https://spdx.org/licenses/MIT.html")]
    [InlineData("https://agency.example/licence", "https://agency.example/licence", "https://agency.example/licence")]
    public void A_licence_has_a_title_and_an_address(string licence, string title, string address) =>
        Assert.Equal(new Licence(title, address), Licence.Of(licence));
}
