using Microsoft.Playwright;

namespace Publish.EndToEnd.Sites;

/// <summary>What pages do with scripts: search, and the check of a file against its certificate.</summary>
[Collection(SiteTests.Name)]
public sealed class PageScriptTests(DemoSite site, Browser browser)
{
    [Fact]
    public async Task Search_finds_a_dataset_by_the_beginnings_of_words()
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions());
        await page.GotoAsync(Browser.Address + "index.html");
        await page.FillAsync("#q", "hosp east");
        await page.Keyboard.PressAsync("Enter");
        var link = page.Locator("[data-search-results] a");
        await link.First.WaitForAsync();
        Assert.Equal(["Hospital stays in Eastvale"], await link.AllTextContentsAsync());
        await link.First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Hospital stays in Eastvale");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_dropped_with_its_certificate_is_recognised_and_a_changed_one_is_not()
    {
        var version = Path.GetDirectoryName(Directory.EnumerateFiles(site.Root, "apprentices.csv", SearchOption.AllDirectories).First())!;
        var changed = Path.Combine(Path.GetTempPath(), $"publish-changed-{Guid.NewGuid():N}.csv");
        var lines = await File.ReadAllLinesAsync(Path.Combine(version, "apprentices.csv"));
        await File.WriteAllLinesAsync(changed, lines[..^1]);
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions());
        await page.GotoAsync(Browser.Address + "check/index.html");
        var results = page.Locator("[data-check-results] li");
        await page.Locator("#files").SetInputFilesAsync([Path.Combine(version, "certificate.json"), Path.Combine(version, "apprentices.csv")]);
        await Assertions.Expect(results.Nth(2)).ToHaveTextAsync("This is apprentices.csv exactly as it was published.");
        await Assertions.Expect(results.Nth(3)).ToContainTextAsync("promised: at least 5");
        await Assertions.Expect(results.Nth(3)).ToHaveClassAsync("site-result--good");
        await page.Locator("#files").SetInputFilesAsync([Path.Combine(version, "certificate.json"), changed]);
        await Assertions.Expect(page.Locator(".site-result--bad")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
        File.Delete(changed);
    }
}
