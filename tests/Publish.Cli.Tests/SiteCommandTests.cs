namespace Publish.Cli.Tests;

public sealed class SiteCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_site_is_built_beside_what_is_published_and_verified()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("site", _scratch.Folder, "--address", "https://data.agency.example/", "--title", "Agency data"));
        Assert.Contains("The site has 0 datasets", session.Output, StringComparison.Ordinal);
        Assert.Contains("Agency data", File.ReadAllText(Path.Combine(_scratch.Folder, "public", "index.html")), StringComparison.Ordinal);
        Assert.Contains("https://data.agency.example/", File.ReadAllText(Path.Combine(_scratch.Folder, "public", "sitemap.xml")), StringComparison.Ordinal);

        var verify = new Session();
        Assert.Equal(ExitCodes.Done, await verify.RunAsync("verify", _scratch.Folder));
        Assert.Contains("VERIFIED      the site public", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_audience_has_a_site_of_its_own()
    {
        Assert.Equal(ExitCodes.Done, await new Session().RunAsync("site", _scratch.Folder, "--audience", "partners"));
        Assert.True(File.Exists(Path.Combine(_scratch.Folder, "partners", "index.html")));
        Assert.False(Directory.Exists(Path.Combine(_scratch.Folder, "public")));
    }

    [Fact]
    public async Task A_changed_page_is_not_verified()
    {
        await new Session().RunAsync("site", _scratch.Folder);
        File.AppendAllText(Path.Combine(_scratch.Folder, "public", "index.html"), "<p>More.</p>");
        var verify = new Session();
        Assert.Equal(ExitCodes.NotVerified, await verify.RunAsync("verify", _scratch.Folder));
        Assert.Contains("[site-file-differs", verify.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--address", "data.agency.example")]
    [InlineData("--address", "https://data.agency.example/site")]
    [InlineData("--address", "ftp://data.agency.example/")]
    [InlineData("--data-address", "https://data.agency.example/?a=b")]
    [InlineData("--audience", "everyone")]
    public async Task What_is_no_address_or_audience_is_refused(string option, string value) =>
        Assert.Equal(ExitCodes.Usage, await new Session().RunAsync("site", _scratch.Folder, option, value));
}
