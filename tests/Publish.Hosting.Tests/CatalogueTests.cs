using System.Text;
using Publish.Portal;
using Publish.Storage;

namespace Publish.Hosting.Tests;

/// <summary>Which sites an installation on one machine has, and what they are built with.</summary>
public sealed class CatalogueTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task On_one_machine_the_public_has_a_site_and_others_as_soon_as_something_is_published_for_them()
    {
        Assert.Equal(["public"], (await Local().RunAsync(default)).Keys);
        await PutAsync("partners");
        Assert.Equal(["public", "partners"], (await Local().RunAsync(default)).Keys);
        Assert.Equal(("partners", SiteSettings.LocalAddressOf("partners")), await SettingsAsync("partners", site => (site.Audience, site.Address)));
    }

    [Fact]
    public async Task A_site_that_is_there_keeps_its_name_its_language_and_its_address_where_nothing_says_otherwise()
    {
        var site = new SiteSettings { Address = new Uri("https://data.agency.example/"), Title = "Agency data", Publisher = "Agency", Contact = "data@agency.example", Language = "cy" };
        await new SiteBuilder(_shop.Context.PlaceOf("public"), site).BuildAsync(default);
        await Local().RunAsync(default);
        Assert.Equal(site, await SettingsAsync("public", kept => kept));

        await Local(("PublicSite__Title", "Other data"), ("PublicSite__Address", "http://localhost:8000/")).RunAsync(default);
        Assert.Equal(site with { Title = "Other data", Address = new Uri("http://localhost:8000/") }, await SettingsAsync("public", kept => kept));

        // Where it was last served on this machine says nothing of where it is served now.
        await Local().RunAsync(default);
        Assert.Equal(site with { Title = "Other data", Address = SiteSettings.LocalAddress }, await SettingsAsync("public", kept => kept));
    }

    [Fact]
    public async Task Elsewhere_a_site_is_what_is_set_and_nothing_else()
    {
        await PutAsync("partners");
        Assert.Empty(await Catalogue(isLocal: false).RunAsync(default));
        await new SiteBuilder(_shop.Context.PlaceOf("public"), new SiteSettings { Title = "Agency data", Language = "cy" }).BuildAsync(default);
        await Catalogue(isLocal: false, ("PublicSite__Address", "https://data.agency.example/")).RunAsync(default);
        Assert.Equal(new SiteSettings { Address = new Uri("https://data.agency.example/") }, await SettingsAsync("public", site => site));
    }

    private Catalogue Local(params (string Name, string Value)[] settings) => Catalogue(isLocal: true, settings);

    private Catalogue Catalogue(bool isLocal, params (string Name, string Value)[] settings) =>
        new(_shop.Context, name => settings.FirstOrDefault(setting => setting.Name == name).Value) { IsLocal = isLocal };

    private async Task<T> SettingsAsync<T>(string audience, Func<SiteSettings, T> read) =>
        read((await SiteBuilder.SettingsOfAsync(_shop.Context.PlaceOf(audience), default))!);

    private Task<bool> PutAsync(string audience) => _shop.Context.PlaceOf(audience).TryWriteAsync(
        new BlobName("data/some-agency/some-things/notes.txt"), Encoding.UTF8.GetBytes("Something."), BlobWrite.Any, default);
}
