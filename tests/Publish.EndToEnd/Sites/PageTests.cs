using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Publish.EndToEnd.Sites;

/// <summary>Looks at one page of every kind as people do: in light and dark, on a phone, with keys alone, without scripts.</summary>
[Collection(SiteTests.Name)]
public sealed class PageTests(DemoSite site, Browser browser)
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_on_any_kind_of_page_and_no_request_leaves_the_site(ColorScheme colours, int width)
    {
        var (page, elsewhere) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions
        {
            ColorScheme = colours,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            BypassCSP = true,
        });
        var found = new List<string>();
        foreach (var path in DemoSite.KindsOfPages)
        {
            await page.GotoAsync(Browser.Address + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            var result = await page.RunAxe(Wcag);
            found.AddRange(result.Violations.Select(violation => $"{path}: {violation.Id} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{path} is {overflow} pixels wider than its window.");
        }

        await page.Context.CloseAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong_with_a_broken_page()
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions { BypassCSP = true });
        await page.GotoAsync(Browser.Address + "index.html");
        await page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p style=\"color:#999;background:#888\">pale</p>')");
        var result = await page.RunAxe(Wcag);
        await page.Context.CloseAsync();
        Assert.Superset(new HashSet<string> { "image-alt", "color-contrast" }, result.Violations.Select(violation => violation.Id).ToHashSet());
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_every_link_field_and_region_in_their_order()
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        foreach (var path in DemoSite.KindsOfPages)
        {
            await page.GotoAsync(Browser.Address + path);
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
                Assert.True(order == i, $"{path}: key press {i + 1} reaches part {order}.");
                Assert.True(outline, $"{path}: part {order} does not show that it has the focus.");
            }
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_every_kind_of_page_shows_its_text_and_every_link_leads_somewhere()
    {
        var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions { JavaScriptEnabled = false });
        foreach (var path in DemoSite.KindsOfPages)
        {
            await page.GotoAsync(Browser.Address + path);
            Assert.True(await page.Locator("h1").IsVisibleAsync(), path);
            foreach (var link in await page.Locator("a[href]").AllAsync())
            {
                var address = new Uri(new Uri(Browser.Address + path), await link.GetAttributeAsync("href") ?? "");
                if (address.AbsoluteUri.StartsWith(Browser.Address, StringComparison.Ordinal))
                {
                    Assert.True(File.Exists(Path.Combine(site.Root, address.AbsolutePath.TrimStart('/'))), $"{path} links to {address}.");
                }
            }
        }

        await page.GotoAsync(Browser.Address + "check/index.html");
        Assert.True(await page.GetByText("publish verify FOLDER").IsVisibleAsync());
        Assert.False(await page.Locator("input[type=file]").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Every_page_with_its_style_and_script_is_below_100_kilobytes()
    {
        var assets = Directory.EnumerateFiles(Path.Combine(site.Root, "assets")).Sum(file => new FileInfo(file).Length);
        Assert.All(Directory.EnumerateFiles(site.Root, "*.html", SearchOption.AllDirectories), file =>
            Assert.True(new FileInfo(file).Length + assets < 100_000, $"{Path.GetRelativePath(site.Root, file)}: {new FileInfo(file).Length + assets} bytes"));
    }

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

    [Fact]
    public async Task Screenshots_are_kept_where_they_are_asked_for()
    {
        if (Environment.GetEnvironmentVariable("PUBLISH_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var (width, colours) in new[] { (360, ColorScheme.Light), (768, ColorScheme.Light), (1440, ColorScheme.Light), (1440, ColorScheme.Dark) })
        {
            var (page, _) = await browser.OpenAsync(site.Root, new BrowserNewContextOptions
            {
                ColorScheme = colours,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            });
            foreach (var path in DemoSite.KindsOfPages)
            {
                await page.GotoAsync(Browser.Address + path);
                var name = $"{path.Replace("/index.html", "").Replace('/', '-')}-{width}-{colours}.png";
                await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, name) });
            }

            await page.Context.CloseAsync();
        }
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
