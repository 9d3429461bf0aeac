using Publish.Policies;
using Publish.Policies.Translations;

namespace Publish.Portal.Tests;

public sealed class LanguageTests : IDisposable
{
    private const string Page = "datasets/agency/one/index.html";
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_site_in_welsh_shows_the_agencys_own_welsh_texts()
    {
        _folder.Publish("agency", "one", "2026-09", change: Translated);
        await BuildAsync("cy");
        var page = _folder.Read(Page);
        Assert.Contains("<html lang=\"cy\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"govuk-heading-l\">Ŵyn a defaid</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Band oedran", page, StringComparison.Ordinal);
        Assert.Contains("2 Tachwedd 2026", page, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"\\u0174yn a defaid\"", page, StringComparison.Ordinal);
        Assert.Contains("{\"@value\":\"Ŵyn a defaid\",\"@language\":\"cy\"}", _folder.Read("catalog.jsonld"), StringComparison.Ordinal);
        Assert.Contains("\"language\": \"cy\"", _folder.Read("feed.json"), StringComparison.Ordinal);
        Assert.Contains("Cyhoeddwyd rhifyn 2026-09.", _folder.Read("feed.atom"), StringComparison.Ordinal);
        Assert.True(_folder.Has("a-to-z/w/index.html"));
        Assert.All(Verification.SiteVerification.Run(_folder.Root, CancellationToken.None), check => Assert.Empty(check.Findings));
    }

    [Fact]
    public async Task What_an_agency_gives_in_english_alone_is_declared_english_on_a_welsh_page()
    {
        _folder.Publish("agency", "one", "2026-09");
        await BuildAsync("cy");
        Assert.Contains("lang=\"en\">Things counted</h1>", _folder.Read(Page), StringComparison.Ordinal);
        Assert.Contains("{\"@value\":\"Things counted\",\"@language\":\"en\"}", _folder.Read("catalog.jsonld"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_in_english_declares_its_language_once_and_shows_no_welsh()
    {
        _folder.Publish("agency", "one", "2026-09", change: Translated);
        await BuildAsync("en");
        var page = _folder.Read(Page);
        Assert.Equal(1, page.Split(" lang=\"").Length - 1);
        Assert.DoesNotContain("Ŵyn", page, StringComparison.Ordinal);
    }

    private static Policy Translated(Policy policy) => policy with
    {
        Translations = new Dictionary<string, PolicyTranslation>
        {
            ["cy"] = new("Ŵyn a defaid", "Pethau wedi'u cyfrif.")
            {
                Releases = new Dictionary<string, ReleaseTranslation> { ["people"] = new("Pobl") },
                Columns = new Dictionary<string, string> { ["age_band"] = "Band oedran" },
            },
        },
    };

    private Task<SiteReport> BuildAsync(string language)
    {
        _folder.Settings = _folder.Settings with { Language = language };
        return _folder.BuildAsync();
    }
}
