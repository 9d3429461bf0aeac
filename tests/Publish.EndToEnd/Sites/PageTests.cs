using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Publish.EndToEnd.Sites.Showcases;
using Publish.Portal;
using Publish.Portal.Rendering;

namespace Publish.EndToEnd.Sites;

/// <summary>Looks at pages of every kind as people do: in light and dark, on a phone, with keys alone, without scripts.</summary>
[Collection(SiteTests.Name)]
public sealed class PageTests(DemoSite demo, ShowcaseSite showcase, Browser browser)
{
    private const int MostBytes = 100_000;

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private IReadOnlyList<LookedAtPage> Pages => LookedAtPage.All(demo, showcase);

    [Fact]
    public async Task Every_kind_of_page_that_the_portal_can_write_is_among_those_looked_at()
    {
        string[] kinds = [.. typeof(SiteBuilder).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SiteComponent)) && type.Namespace == "Publish.Portal.Pages")
            .Select(type => type.Name[..^"Page".Length].ToLowerInvariant())];
        Assert.Contains("release", kinds);
        var kindsLookedAt = new HashSet<string>();
        await EachAsync(new BrowserNewContextOptions(), async (page, looked) =>
        {
            kindsLookedAt.Add(await page.Locator("body").GetAttributeAsync("data-page") ?? "");
            Assert.True(await page.Locator(looked.Shows).CountAsync() > 0, $"{looked.Path} does not show {looked.Shows}.");
        });
        Assert.Equal(kinds.Order(StringComparer.Ordinal), kindsLookedAt.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_on_any_kind_of_page_and_no_request_leaves_the_site(ColorScheme colours, int width)
    {
        var found = new List<string>();
        var elsewhere = await EachAsync(
            new BrowserNewContextOptions { ColorScheme = colours, ViewportSize = new ViewportSize { Width = width, Height = 900 }, BypassCSP = true },
            async (page, looked) =>
            {
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
                var result = await page.RunAxe(Wcag);
                found.AddRange(result.Violations.Select(violation => $"{looked.Path}: {violation.Id} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(overflow <= 0, $"{looked.Path} is {overflow} pixels wider than its window.");
            });
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong_with_a_broken_page()
    {
        var (page, _) = await browser.OpenAsync(showcase.Root, new BrowserNewContextOptions { BypassCSP = true });
        await page.GotoAsync(Browser.Address + "index.html");
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p style=\"color:#999;background:#888\">pale</p>')");
        var result = await page.RunAxe(Wcag);
        await page.Context.CloseAsync();
        Assert.Superset(new HashSet<string> { "image-alt", "color-contrast" }, result.Violations.Select(violation => violation.Id).ToHashSet());
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_every_link_field_and_region_in_their_order()
    {
        await EachAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } }, async (page, looked) =>
        {
            var wanted = await page.EvaluateAsync<int>("""
                (() => {
                    const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
                        .filter(part => part.checkVisibility({ visibilityProperty: true }));
                    all.forEach((part, i) => part.dataset.order = i);
                    return all.length;
                })()
                """);
            for (var i = 0; i < wanted; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                var (order, outline) = await FocusAsync(page);
                Assert.True(order == i, $"{looked.Path}: key press {i + 1} reaches part {order}.");
                Assert.True(outline, $"{looked.Path}: part {order} does not show that it has the focus.");
            }
        });
    }

    [Fact]
    public async Task Without_scripts_every_kind_of_page_shows_its_text_and_every_link_leads_somewhere()
    {
        await EachAsync(new BrowserNewContextOptions { JavaScriptEnabled = false }, async (page, looked) =>
        {
            Assert.True(await page.Locator("h1").IsVisibleAsync(), looked.Path);
            foreach (var link in await page.Locator("a[href]").AllAsync())
            {
                var address = new Uri(new Uri(page.Url), await link.GetAttributeAsync("href") ?? "");
                if (address.AbsoluteUri.StartsWith(Browser.Address, StringComparison.Ordinal))
                {
                    Assert.True(File.Exists(Path.Combine(looked.Root, address.AbsolutePath.TrimStart('/'))), $"{looked.Path} links to {address}.");
                }
            }

            if (looked.Path == "check/index.html")
            {
                Assert.True(await page.GetByText("publish verify FOLDER").IsVisibleAsync());
                Assert.False(await page.Locator("input[type=file]").IsVisibleAsync());
            }
        });
    }

    [Fact]
    public void Every_page_with_its_style_and_script_is_below_100_kilobytes()
    {
        foreach (var root in new[] { demo.Root, showcase.Root })
        {
            Assert.All(Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories), file =>
                Assert.True(PageWeight.Of(file) < MostBytes, $"{Path.GetRelativePath(root, file)}: {PageWeight.Of(file)} bytes"));
        }
    }

    // Looks at each page in turn; gives the addresses that were asked for elsewhere.
    private async Task<IReadOnlyList<string>> EachAsync(BrowserNewContextOptions options, Func<IPage, LookedAtPage, Task> look)
    {
        var elsewhere = new List<string>();
        foreach (var pages in Pages.GroupBy(page => page.Root))
        {
            var (page, others) = await browser.OpenAsync(pages.Key, options);
            foreach (var looked in pages)
            {
                await page.GotoAsync(Browser.Address + looked.Path);
                await look(page, looked);
            }

            await page.Context.CloseAsync();
            elsewhere.AddRange(others);
        }

        return elsewhere;
    }

    private static async Task<(int Order, bool Outline)> FocusAsync(IPage page)
    {
        var text = await page.EvaluateAsync<string>("""
            (() => {
                const part = document.activeElement;
                const style = getComputedStyle(part);
                const shows = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                return `${part.dataset.order ?? -1} ${shows}`;
            })()
            """);
        var parts = text.Split(' ');
        return (int.Parse(parts[0]), parts[1] == "true");
    }
}
