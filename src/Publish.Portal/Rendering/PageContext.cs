using Publish.Portal.Texts;

namespace Publish.Portal.Rendering;

/// <summary>What every component knows: the site, its texts, and where the page lies.</summary>
/// <param name="Settings">The site.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Assets">The style sheet and the scripts.</param>
/// <param name="Path">The page's path: empty, a folder ending in <c>/</c>, or a file.</param>
public sealed record PageContext(SiteSettings Settings, SiteTexts Texts, SiteAssets Assets, string Path)
{
    /// <summary>
    /// What kind of page it is, as the body's <c>data-page</c> tells style sheets, scripts and tests: <c>dataset</c> for
    /// <c>DatasetPage</c>. Set by the renderer.
    /// </summary>
    public string Kind { get; init; } = "";

    /// <summary>The way from the page to the top of the site. A page shown in the place of others needs an absolute one.</summary>
    public string Root => Path == SitePaths.NotFound
        ? Settings.Address.AbsolutePath
        : string.Concat(Enumerable.Repeat("../", Path.Count(letter => letter == '/')));

    /// <summary>The language to declare for texts that agencies gave, where it is not the page's (WCAG 2.2, 3.1.2).</summary>
    /// <param name="language">The language they are in; by default English, which all have.</param>
    /// <returns>The language, or <see langword="null"/> where the page's goes without saying.</returns>
    public string? LanguageOf(string language = "en") => language == Settings.Language ? null : language;

    /// <summary>A link to a page or a file of the site. It names the file, so that it works from a folder too.</summary>
    /// <param name="path">The path.</param>
    /// <returns>A relative address.</returns>
    public string Link(string path)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? To(path) : To(path[..fragment]) + path[fragment..];
    }

    // What lies below the page's own folder is named from there: a page with many such links stays small.
    private string To(string path) =>
        Path.EndsWith('/') && path.Length > Path.Length && path.StartsWith(Path, StringComparison.Ordinal)
            ? SitePaths.FileOf(path)[Path.Length..]
            : Root + SitePaths.FileOf(path);

    /// <summary>A link to a published file.</summary>
    /// <param name="path">Its path, beginning with <c>data/</c>.</param>
    /// <returns>A relative address where data lie with the site, else an absolute one.</returns>
    public string Data(string path) => Settings.DataAddress is null ? Root + path : Settings.DataAddressOf(path);
}
