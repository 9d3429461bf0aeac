using Microsoft.Playwright;
using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>Takes pictures of every kind of page, for people to look at.</summary>
[Collection(SiteTests.Name)]
public sealed class ScreenshotTests(DemoSite demo, ShowcaseSite showcase, Browser browser)
{
    private static readonly (string Name, int Width, ColorScheme Colours, Media Media)[] Ways =
    [
        ("360", 360, ColorScheme.Light, Media.Screen), ("768", 768, ColorScheme.Light, Media.Screen), ("1440", 1440, ColorScheme.Light, Media.Screen),
        ("1440-dark", 1440, ColorScheme.Dark, Media.Screen), ("print", 794, ColorScheme.Light, Media.Print),
    ];

    [Fact]
    public async Task Screenshots_are_kept_where_they_are_asked_for()
    {
        if (Environment.GetEnvironmentVariable("PUBLISH_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var pages in LookedAtPage.All(demo, showcase).GroupBy(page => page.Root))
        {
            foreach (var (name, width, colours, media) in Ways)
            {
                var (page, _) = await browser.OpenAsync(pages.Key, new BrowserNewContextOptions
                {
                    ColorScheme = colours,
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                });
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
                foreach (var looked in pages)
                {
                    await page.GotoAsync(Browser.Address + looked.Path);
                    await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, $"{looked.Name}-{name}.png") });
                }

                await page.Context.CloseAsync();
            }
        }
    }
}
