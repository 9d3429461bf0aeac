using System.Text.RegularExpressions;

namespace Publish.Tests;

/// <summary>What a reader's browser fetches for a page of a site: itself, its style sheet, its scripts and those they import.</summary>
internal static partial class PageWeight
{
    /// <summary>The bytes of a page with all that it loads.</summary>
    /// <param name="page">The page's file.</param>
    public static long Of(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var files = Asset().Matches(File.ReadAllText(page))
            .Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups[1].Value)))
            .SelectMany(WithImports)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(files);
        return files.Append(page).Sum(file => new FileInfo(file).Length);
    }

    private static IEnumerable<string> WithImports(string asset) => Path.GetExtension(asset) != ".js" ? [asset] :
    [
        asset,
        .. Import().Matches(File.ReadAllText(asset))
            .SelectMany(match => WithImports(Path.Combine(Path.GetDirectoryName(asset)!, match.Groups[1].Value))),
    ];

    // The page shown in the place of others names them from the top of the site, where it lies itself.
    [GeneratedRegex("(?:href|src)=\"/?((?:\\.\\./)*assets/[^\"]+)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("^import .* from \"\\./([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Import();
}
