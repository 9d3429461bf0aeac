using Microsoft.Playwright;

namespace Publish.EndToEnd.Sites;

/// <summary>What the search does with scripts.</summary>
[Collection(SiteTests.Name)]
public sealed class SearchTests(DemoSite site, Browser browser)
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
}
