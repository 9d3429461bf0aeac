using System.Diagnostics;
using Microsoft.Playwright;
using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>A headless Chromium from npm. Pages are served from a folder under an address that does not exist elsewhere.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The address of the site.</summary>
    public const string Address = "https://site.example/";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a window on a folder.</summary>
    /// <param name="folder">The site's folder.</param>
    /// <param name="options">Size, colours, whether scripts run.</param>
    /// <returns>The page, and the addresses it asked for that are not the site's.</returns>
    public async Task<(IPage Page, List<string> Elsewhere)> OpenAsync(string folder, BrowserNewContextOptions options)
    {
        var context = await _browser!.NewContextAsync(options);
        var elsewhere = new List<string>();
        await context.RouteAsync("**/*", async route =>
        {
            var address = route.Request.Url;
            if (!address.StartsWith(Address, StringComparison.Ordinal))
            {
                elsewhere.Add(address);
                await route.AbortAsync();
                return;
            }

            var path = Path.Combine(folder, new Uri(address).AbsolutePath.TrimStart('/'));
            await (File.Exists(path)
                ? route.FulfillAsync(new RouteFulfillOptions { Path = path, ContentType = TypeOf(path) })
                : route.FulfillAsync(new RouteFulfillOptions { Status = 404, Body = "" }));
        });
        return (await context.NewPageAsync(), elsewhere);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    // The package holds the browser packed, and unpacks it to the system's temporary folder.
    private static string Executable()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--input-type=module", "--eval", "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath())" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.True(File.Exists(path), "There is no Chromium in node_modules; run the build again.");
        return path;
    }
}

/// <summary>Tests that share the sites and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<DemoSite>, ICollectionFixture<ShowcaseSite>, ICollectionFixture<Browser>
{
    public const string Name = "site";
}
