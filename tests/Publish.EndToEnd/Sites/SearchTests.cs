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

    [Theory]
    [InlineData("casualties district", "Road casualties in Northshire")]
    [InlineData("road 2026", "Road casualties in Northshire")]
    [InlineData("2026 road q2", "Road casualties in Northshire")]
    [InlineData("stays quarter", "Hospital stays in Eastvale")]
    [InlineData("occupation", "Apprentices and their outcomes")]
    public async Task Search_finds_a_dataset_by_its_tables_its_columns_and_its_editions(string words, string title)
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions());
        await page.GotoAsync(Browser.Address + "search/index.html?q=" + Uri.EscapeDataString(words));
        await Assertions.Expect(page.Locator("[data-search-results] a")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator("[data-search-results] .govuk-body")).Not.ToBeEmptyAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("r", "Type at least two letters.")]
    [InlineData("2026", "Nothing found. Try other words, or browse. Years alone are looked for in titles only: add a word of the subject.")]
    [InlineData("road 1999", "Nothing found. Try other words, or browse.")]
    [InlineData("", "")]
    public async Task Search_says_why_it_finds_nothing(string words, string says)
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions());
        await page.GotoAsync(Browser.Address + "search/index.html");
        await page.FillAsync("#q", words);
        await Assertions.Expect(page.Locator("[data-search-status]")).ToHaveTextAsync(says);
        await Assertions.Expect(page.Locator("[data-search-results] li")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
