using System.Text.RegularExpressions;

namespace Publish.Portal.Tests;

/// <summary>Follows every relative link of every page below a folder.</summary>
internal static partial class BrokenLinks
{
    /// <summary>Fails with every link that leads nowhere.</summary>
    public static void AssertNone(IEnumerable<string> links)
    {
        var broken = string.Join('\n', links);
        Assert.True(broken.Length == 0, broken);
    }

    /// <summary>Follows every link of every page.</summary>
    public static IEnumerable<string> Of(string root) =>
        Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories).SelectMany(page => Of(root, page)).Where(link => !File.Exists(link.Target)).Select(link => link.Text);

    /// <summary>Follows the links of the pages that a reader can come to from others.</summary>
    public static IEnumerable<string> From(string root, IEnumerable<string> pages)
    {
        var seen = pages.Select(page => Path.Combine(root, page)).ToHashSet(StringComparer.Ordinal);
        var next = new Stack<string>(seen);
        while (next.TryPop(out var page))
        {
            foreach (var (text, target) in Of(root, page))
            {
                if (!File.Exists(target))
                {
                    yield return text;
                }
                else if (target.EndsWith(".html", StringComparison.Ordinal) && seen.Add(target))
                {
                    next.Push(target);
                }
            }
        }
    }

    private static IEnumerable<(string Text, string Target)> Of(string root, string page) => Link().Matches(File.ReadAllText(page))
        .Select(match => match.Groups[1].Value)
        .Where(link => !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.IsFile)
        .Select(link => ($"{Path.GetRelativePath(root, page)} -> {link}", Target(root, page, link)));

    private static string Target(string root, string page, string link)
    {
        var path = link.Split('?', '#')[0];
        return path.Length == 0 ? page
            : path.StartsWith('/') ? Path.Combine(root, path[1..])
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Link();
}
