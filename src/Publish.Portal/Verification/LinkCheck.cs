using System.Net;
using System.Text.RegularExpressions;
using Publish.Codes;

namespace Publish.Portal.Verification;

/// <summary>Follows every link of every page that stays on the site.</summary>
internal static partial class LinkCheck
{
    /// <summary>Follows the links.</summary>
    /// <param name="root">The site's folder.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The links followed, and those that lead nowhere.</returns>
    public static SiteCheck Run(string root, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var examined = 0L;
        foreach (var page in Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var link in Link().Matches(File.ReadAllText(page)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
            {
                if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && !uri.IsFile)
                {
                    continue;
                }

                examined++;
                if (!File.Exists(Target(root, page, link)))
                {
                    findings.Add(new Finding(PortalCodes.BrokenLink, Path.GetRelativePath(root, page), $"It is {link}."));
                }
            }
        }

        return new SiteCheck("links", examined, findings);
    }

    private static string Target(string root, string page, string link)
    {
        var path = Uri.UnescapeDataString(link.Split('?', '#')[0]);
        return path.Length == 0 ? page
            : path[0] == '/' ? Path.Combine(root, path.TrimStart('/'))
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
