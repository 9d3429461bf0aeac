using Publish.EndToEnd.Fixtures;
using Publish.Portal.Verification;

namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>Holds the site of every kind of release to all specifications at once, and each check to find what is broken in it.</summary>
[Collection(SiteTests.Name)]
public sealed class VerificationTests(ShowcaseSite site) : IDisposable
{
    private const string Survey = "datasets/riverton-statistics/business-survey/";
    private readonly string _copy = Path.Combine(Directory.CreateTempSubdirectory("publish-broken-").FullName, "public");

    // What is broken, in which file, and which check has to find it.
    private static readonly (string Check, string File, string Old, string Other)[] Broken =
    [
        ("data-package", ShowcaseSite.Survey + "datapackage.json", "\"type\": \"date\"", "\"type\": \"day\""),
        ("csvw", ShowcaseSite.Survey + "turnover.csv-metadata.json", "\"datatype\": \"long\"", "\"datatype\": \"longer\""),
        ("csvw", ShowcaseSite.Survey + "inspections.csv-metadata.json", "\"datatype\": \"datetime\"", "\"datatype\": \"date\""),
        ("croissant", ShowcaseSite.Survey + "croissant.json", "croissant/1.1", "croissant/0.9"),
        ("dcat-ap", Survey + "catalog.jsonld", "\"dcat:accessURL\"", "\"dcat:address\""),
        ("atom", Survey + "feed.atom", "<updated>", "<updated>on "),
        ("json-feed", Survey + "feed.json", "\"https://jsonfeed.org/version/1.1\"", "\"https://jsonfeed.org/version/9\""),
        ("links", Survey + "releases/turnover/index.html", "turnover.csv\"", "turnovers.csv\""),
        ("pointers", "data/riverton-statistics/business-survey/latest.json", "\"v1.0.0\"", "\"v1.0.1\""),
    ];

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_copy)!, recursive: true);

    [Fact]
    public void Verify_finds_nothing_and_proves_every_version()
    {
        var output = Programs.Publish("verify", site.Root);
        Assert.Contains("turnover", output, StringComparison.Ordinal);
        Assert.All(SiteVerification.Run(site.Root, CancellationToken.None), check => Assert.True(check.Examined > 5 && check.Findings.Count == 0, $"{check.Name}: {string.Join(' ', check.Findings)}"));
    }

    [Fact]
    public void Each_check_finds_what_is_broken_and_where()
    {
        foreach (var file in Directory.EnumerateFiles(site.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_copy, Path.GetRelativePath(site.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (_, file, old, other) in Broken)
        {
            var path = Path.Combine(_copy, file);
            var text = File.ReadAllText(path);
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(old, other, StringComparison.Ordinal));
        }

        var checks = SiteVerification.Run(_copy, CancellationToken.None).ToDictionary(check => check.Name, check => check.Findings);
        Assert.All(Broken, broken => Assert.Contains(checks[broken.Check], finding => broken.File.StartsWith(finding.Place!, StringComparison.Ordinal)));
        Assert.Equal(Broken.Select(broken => broken.Check).Append("site-files").Distinct().Order(StringComparer.Ordinal), checks.Keys.Order(StringComparer.Ordinal));
    }
}
