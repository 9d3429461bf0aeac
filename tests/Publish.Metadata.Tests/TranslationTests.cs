using Publish.Policies.Translations;

namespace Publish.Metadata.Tests;

public class TranslationTests
{
    [Fact]
    public void A_version_has_translations_of_its_own_releases_and_columns_alone()
    {
        var policy = Some.Policy with
        {
            Translations = new Dictionary<string, PolicyTranslation>
            {
                ["cy"] = new("Pethau", "Pethau wedi'u cyfrif.")
                {
                    Releases = new Dictionary<string, ReleaseTranslation> { ["people"] = new("Pobl"), ["for-partners"] = new("Partneriaid") },
                    Columns = new Dictionary<string, string> { ["district"] = "Ardal", ["of-partners"] = "Cyfrinach" },
                },
            },
        };
        var file = MetadataFiles.Of(Some.Certificate, policy).Single(file => file.Name == Packages.DataPackage.FileName);
        var package = MetadataJson.Read<Packages.DataPackage>(file.Content);

        Assert.Equal(["people"], package.Publish.Translations!["cy"].Releases.Keys);
        Assert.Equal(["district"], package.Publish.Translations["cy"].Columns.Keys);
        var welsh = package.In("cy");
        Assert.Equal(("cy", "Pethau", "Pobl", "Ardal"), (welsh.Language, welsh.Title, welsh.Publish.Releases[0].Title, welsh.Publish.Releases[0].Columns[0].Title));
        Assert.Same(package, package.In("xx"));
    }
}
