using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>
/// The page that checks a file holds to what the publisher says, whatever is dropped on it: only a file that the publisher's
/// own certificate lists is called published.
/// </summary>
[Collection(SiteTests.Name)]
public sealed class CheckPageTests(DemoSite demo, ShowcaseSite showcase, Browser browser) : IAsyncLifetime
{
    private const string Apprentices = "data/central-skills/apprenticeships/2025-26/v1.0.0/";
    private const string Meals = "data/" + ShowcaseSite.Council + "/school-meals/2026-09/";
    private const string Good = ".site-result--good";
    private const string Bad = ".site-result--bad";
    private const string Note = ".site-result--note";

    // The page works a digest and all rows out; on a busy machine that takes more than the five seconds of the default.
    private const float Patience = 30_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-check-").FullName;
    private IPage _page = null!;

    public Task InitializeAsync() => OpenAsync(demo.Root);

    public async Task DisposeAsync()
    {
        await _page.Context.CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_link_of_a_dataset_page_leads_to_a_check_that_knows_the_version()
    {
        await _page.GotoAsync(Browser.Address + "datasets/central-skills/apprenticeships/index.html");
        await _page.ClickAsync("a[href*='check/index.html?version=']");
        await Assertions.Expect(_page.Locator("[data-check-heading]")).ToBeHiddenAsync();
        await DropAsync(Path.Combine(demo.Root, Apprentices, "apprentices.csv"));
        await SaysAsync(Good, "This is apprentices.csv exactly as it was published.");
        await SaysAsync(Good, "promised: at least 5");
        await SaysAsync("", "Rules not recounted on this page: distinct-l-diversity.");
        await Assertions.Expect(_page.Locator("[data-check-heading]")).ToBeVisibleAsync();
        await Assertions.Expect(Lines(Bad)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_and_its_certificate_are_recognised_without_the_link()
    {
        await DropAsync(Path.Combine(demo.Root, Apprentices, "certificate.json"), Path.Combine(demo.Root, Apprentices, "apprentices.parquet"));
        await SaysAsync(Good, "certificate.json is the publisher's own certificate.");
        await SaysAsync(Good, "This is apprentices.parquet exactly as it was published.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?version=central-skills/apprenticeships/2025-26/v1.0.0")]
    public async Task A_changed_file_with_a_certificate_forged_for_it_is_called_a_forgery(string query)
    {
        await _page.GotoAsync(Browser.Address + "check/index.html" + query);
        await DropAsync(Forge(certificate => certificate));
        await SaysAsync(Bad, "certificate.json is not the certificate that the publisher has of this version");
        await SaysAsync(Bad, "It agrees with apprentices.csv only in the certificate you brought");
        await Assertions.Expect(Lines(Good)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_certificate_of_a_version_that_there_never_was_is_not_believed()
    {
        await DropAsync(Forge(certificate => certificate.Replace("\"v1.0.0\"", "\"v1.0.7\"", StringComparison.Ordinal)));
        await SaysAsync(Bad, "The publisher has no version central-skills/apprenticeships, 2025-26, v1.0.7");
        await Assertions.Expect(Lines(Good)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_the_publisher_does_not_answer_nothing_is_called_published()
    {
        await _page.RouteAsync("**/data/**", route => route.AbortAsync());
        await DropAsync(Path.Combine(demo.Root, Apprentices, "certificate.json"), Path.Combine(demo.Root, Apprentices, "apprentices.csv"));
        await SaysAsync(Note, "could not be fetched");
        await SaysAsync(Note, "which could not be compared with the publisher's");
        await SaysAsync(Note, "promised: at least 5");
        await Assertions.Expect(Lines(Good)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_changed_file_is_not_recognised_and_a_file_alone_has_nothing_to_be_compared_with()
    {
        var changed = Path.Combine(_folder, "apprentices.csv");
        var lines = await File.ReadAllLinesAsync(Path.Combine(demo.Root, Apprentices, "apprentices.csv"));
        await File.WriteAllLinesAsync(changed, lines[..^1]);
        await DropAsync(Path.Combine(demo.Root, Apprentices, "certificate.json"), changed);
        await SaysAsync(Bad, "has no file with this digest");
        await DropAsync(changed);
        await SaysAsync(Note, "There is nothing to compare with");
        await Assertions.Expect(Lines(Bad)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_list_of_digests_is_compared_with_the_publishers()
    {
        var list = Path.Combine(demo.Root, Apprentices, "SHA256SUMS");
        await DropAsync(list);
        await SaysAsync(Note, "SHA256SUMS is a list of digests.");
        await DropAsync(list, Path.Combine(demo.Root, Apprentices, "certificate.json"));
        await SaysAsync(Good, "SHA256SUMS is the list of digests exactly as it was published.");
        var changed = Path.Combine(_folder, "SHA256SUMS");
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(list)).Replace('0', '1'));
        await DropAsync(changed, Path.Combine(demo.Root, Apprentices, "certificate.json"));
        await SaysAsync(Bad, "SHA256SUMS is not the list of digests that was published");
    }

    [Fact]
    public async Task A_version_that_was_corrected_is_said_to_be_replaced_by_which_and_why()
    {
        await OpenAsync(showcase.Root);
        await DropAsync(Path.Combine(showcase.Root, Meals, "v1.0.0/certificate.json"), Path.Combine(showcase.Root, Meals, "v1.0.0/people.csv"));
        await SaysAsync(Note, $"{ShowcaseSite.Council}/school-meals, 2026-09, v1.0.0 was replaced by v1.0.1 on ");
        await SaysAsync(Note, "Reason: Forty people of Abbey ward were missing.");
        await SaysAsync(Good, "This is people.csv exactly as it was published.");
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_is_said_to_be_and_its_file_is_not_called_published()
    {
        await OpenAsync(showcase.Root);
        var certificate = Path.Combine(_folder, "certificate.json");
        var meals = await File.ReadAllTextAsync(Path.Combine(showcase.Root, Meals, "v1.0.0/certificate.json"));
        await File.WriteAllTextAsync(certificate, meals.Replace("\"school-meals\"", "\"parking-fines\"", StringComparison.Ordinal));
        await DropAsync(certificate, Path.Combine(showcase.Root, Meals, "v1.0.0/people.csv"));
        await SaysAsync(Bad, $"{ShowcaseSite.Council}/parking-fines, 2026-09, v1.0.0 was withdrawn on ");
        await SaysAsync(Bad, "Reason: The file was that of another month.");
        await SaysAsync(Note, "which could not be compared with the publisher's");
        await Assertions.Expect(Lines(Good)).ToHaveCountAsync(0);
    }

    // A number changed, and a certificate that has the changed file's digest and size.
    private string[] Forge(Func<string, string> change)
    {
        var (csv, forged) = (Path.Combine(_folder, "apprentices.csv"), Path.Combine(_folder, "certificate.json"));
        var original = File.ReadAllBytes(Path.Combine(demo.Root, Apprentices, "apprentices.csv"));
        var text = System.Text.Encoding.UTF8.GetString(original);
        File.WriteAllText(csv, text + text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        var bytes = File.ReadAllBytes(csv);
        File.WriteAllText(forged, change(File.ReadAllText(Path.Combine(demo.Root, Apprentices, "certificate.json"))
            .Replace(Digest(original), Digest(bytes), StringComparison.Ordinal)
            .Replace($"\"bytes\": {original.Length}", $"\"bytes\": {bytes.Length}", StringComparison.Ordinal)));
        return [csv, forged];
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task OpenAsync(string root)
    {
        if (_page is not null)
        {
            await _page.Context.CloseAsync();
        }

        (_page, _) = await browser.OpenAsync(root, new BrowserNewContextOptions());
        await _page.GotoAsync(Browser.Address + "check/index.html");
    }

    private Task DropAsync(params string[] files) => _page.Locator("#files").SetInputFilesAsync(files);

    private ILocator Lines(string kind) => _page.Locator("[data-check-results] li" + kind);

    private Task SaysAsync(string kind, string text) =>
        Assertions.Expect(Lines(kind).Filter(new LocatorFilterOptions { HasTextRegex = new Regex(Regex.Escape(text)) })).ToHaveCountAsync(1, new() { Timeout = Patience });
}
