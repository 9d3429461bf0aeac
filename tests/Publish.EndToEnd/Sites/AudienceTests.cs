using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Publish.Portal.Verification;

namespace Publish.EndToEnd.Sites;

/// <summary>
/// One upload of the demo is released to the public and to partners. Each audience has a site of its own, and no byte of the
/// public's tells of what partners receive.
/// </summary>
[Collection(SiteTests.Name)]
public sealed partial class AudienceTests(DemoSite site)
{
    private const string Version = "data/eastvale-health/hospital-stays/2025-26/v1.0.0/";

    private string Partners => Path.Combine(Path.GetDirectoryName(site.Root)!, "partners");

    [Fact]
    public void Partners_have_a_catalogue_feeds_a_register_and_pages_of_their_own_that_verify()
    {
        Assert.All(SiteVerification.Run(Partners, CancellationToken.None), check => Assert.True(check.Examined > 0 && check.Findings.Count == 0, check.Name + string.Join(' ', check.Findings)));
        var own = OnlyOfPartners().ToArray();
        Assert.Contains(own, word => File.ReadAllText(Path.Combine(Partners, "catalog.jsonld")).Contains(word, StringComparison.Ordinal));
        Assert.Contains(own, word => File.ReadAllText(Path.Combine(Partners, "feed.json")).Contains(word, StringComparison.Ordinal));
        Assert.Contains("\"partners\"", File.ReadAllText(Path.Combine(Partners, "agreements.json")), StringComparison.Ordinal);
        Assert.Contains("RESTRICTED", File.ReadAllText(Path.Combine(Partners, "catalog.jsonld")), StringComparison.Ordinal);
        Assert.DoesNotContain("RESTRICTED", File.ReadAllText(Path.Combine(site.Root, "catalog.jsonld")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_of_the_public_site_has_a_name_title_column_rule_or_digest_that_only_partners_have()
    {
        byte[][] words = [.. OnlyOfPartners().Select(Encoding.UTF8.GetBytes)];
        Assert.True(words.Length > 5, "Partners receive nothing of their own in the demo.");
        string[] files = [.. Directory.EnumerateFiles(site.Root, "*", SearchOption.AllDirectories)];
        Assert.True(files.Length > 50);
        Assert.All(files, file =>
        {
            var content = File.ReadAllBytes(file);
            var told = words.Where(word => content.AsSpan().IndexOf(word) >= 0 || Encoding.UTF8.GetBytes(Path.GetRelativePath(site.Root, file)).AsSpan().IndexOf(word) >= 0);
            Assert.True(!told.Any(), $"{Path.GetRelativePath(site.Root, file)}: {string.Join(", ", told.Select(Encoding.UTF8.GetString))}");
        });
    }

    // The search is no search if it does not find what is there: the same words are all in the partners' place.
    [Fact]
    public void The_words_searched_for_are_those_of_the_partners_site()
    {
        var all = string.Concat(Directory.EnumerateFiles(Partners, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".parquet").Select(File.ReadAllText));
        Assert.All(OnlyOfPartners(), word => Assert.Contains(word, all, StringComparison.Ordinal));
    }

    // Texts and digests of what describes the partners' version, without those of the public's and without English.
    private IEnumerable<string> OnlyOfPartners()
    {
        var names = new[] { "datapackage.json", "certificate.json" };
        var known = names.SelectMany(name => Texts(Path.Combine(site.Root, Version + name))).ToHashSet(StringComparer.Ordinal);
        return names.SelectMany(name => Texts(Path.Combine(Partners, Version + name)))
            .Where(text => !known.Contains(text) && (text.Length > 12 || Telling().IsMatch(text)) && text is not ("partners" or "restricted"))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Texts(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. Texts(json.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    // Names such as stays-by-ward or cost_sum.
    [GeneratedRegex("[_-]")]
    private static partial Regex Telling();
}
