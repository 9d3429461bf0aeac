using Microsoft.Playwright;

namespace Publish.EndToEnd.Sites;

/// <summary>What is on paper: nothing there can be opened, and no name of a column is parted within a word.</summary>
[Collection(SiteTests.Name)]
public sealed class PrintTests(DemoSite site, Browser browser)
{
    private const string Page = "datasets/northshire-council/road-casualties/index.html";

    [Fact]
    public async Task Numbers_of_charts_and_rules_are_printed_though_they_are_closed_on_screen()
    {
        var page = await OpenAsync(Media.Screen);
        Assert.True(await page.Locator("details").CountAsync() > 1);
        Assert.Equal(0, (await HeightsAsync(page)).Max());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.All(await HeightsAsync(page), height => Assert.True(height > 20));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Names_in_the_head_of_a_table_are_not_parted_within_a_word()
    {
        var page = await OpenAsync(Media.Print);
        Assert.All(
            await page.Locator("thead th").EvaluateAllAsync<string[]>("all => all.map(th => getComputedStyle(th).overflowWrap)"),
            wrap => Assert.Equal("normal", wrap));
        var cut = await page.Locator("#history ~ .site-scroll thead th").EvaluateAllAsync<string[]>(
            "all => all.filter(th => th.scrollWidth > th.clientWidth).map(th => th.textContent)");
        Assert.Empty(cut);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(Media media)
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 794, Height = 1123 } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        await page.GotoAsync(Browser.Address + Page);
        return page;
    }

    // Of what each closed part holds.
    private static async Task<int[]> HeightsAsync(IPage page) => await page.Locator("details:not([open])").EvaluateAllAsync<int[]>(
        "all => all.map(part => part.lastElementChild.checkVisibility({ contentVisibilityAuto: true }) ? Math.round(part.lastElementChild.getBoundingClientRect().height) : 0)");
}
