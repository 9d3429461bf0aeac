using System.Text.RegularExpressions;
using Publish.Codes;

namespace Publish.Portal.Tests;

public sealed partial class BuildTests : IDisposable
{
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_site_without_a_dataset_has_its_pages()
    {
        var report = await _folder.BuildAsync();
        Assert.Equal(0, report.Datasets);
        Assert.All(new[] { "index.html", "404.html", "feed.atom", "catalog.jsonld", "agreements.json", "sitemap.xml", "robots.txt" }, path => Assert.True(_folder.Has(path), path));
    }

    [Fact]
    public async Task The_same_versions_give_the_same_site_whatever_the_threads_and_the_order()
    {
        using var other = new PublishedFolder();
        foreach (var name in new[] { "a", "b", "c" })
        {
            _folder.Publish("agency", name, "2026-09");
        }

        foreach (var name in new[] { "c", "a", "b" })
        {
            other.Publish("agency", name, "2026-09");
        }

        await _folder.BuildAsync();
        await new SiteBuilder(other.Place, other.Settings) { Threads = 1 }.BuildAsync(CancellationToken.None);
        Assert.Equal(Without(_folder), Without(other));

        // The record names the tags of the place, which are its own.
        static SortedDictionary<string, string> Without(PublishedFolder folder)
        {
            var files = folder.SiteFiles();
            files.Remove("site.json");
            return files;
        }
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        _folder.Publish("agency", "things", "2026-09");
        await _folder.BuildAsync();
        var report = await _folder.BuildAsync();
        Assert.Equal((0, 0, 0), (report.Rebuilt, report.Written, report.Deleted));
    }

    [Fact]
    public async Task Only_what_changed_is_rebuilt_and_the_result_is_that_of_a_whole_build()
    {
        _folder.Publish("agency", "one", "2026-09");
        _folder.Publish("agency", "two", "2026-09");
        await _folder.BuildAsync();
        var untouched = File.GetLastWriteTimeUtc(Path.Combine(_folder.Root, "datasets/agency/one/index.html"));

        _folder.Publish("agency", "two", "2026-10", day: 1);
        var report = await _folder.BuildAsync();
        var after = _folder.SiteFiles();

        Assert.Equal((2, 1), (report.Datasets, report.Rebuilt));
        Assert.Equal(untouched, File.GetLastWriteTimeUtc(Path.Combine(_folder.Root, "datasets/agency/one/index.html")));
        File.Delete(Path.Combine(_folder.Root, "site.json"));
        await _folder.BuildAsync();
        Assert.Equal(after, _folder.SiteFiles());
    }

    // A withdrawal moves an entry from one month's archive to another's.
    [Fact]
    public async Task Archives_of_feeds_after_a_withdrawal_and_a_late_edition_are_those_of_a_whole_build()
    {
        _folder.Publish("agency", "one", "2026-07", day: 0);
        _folder.Publish("agency", "two", "2026-08", day: 65);
        await _folder.BuildAsync();
        _folder.Withdraw("agency", "one", "2026-07", "A mistake.", day: 66);
        _folder.Publish("agency", "three", "2026-07", day: 33);
        await _folder.BuildAsync();
        Assert.True(_folder.Has("feeds/2026-11.atom"));
        Assert.Equal(2, (await _folder.BuildAsync()).Deleted);
        var after = _folder.SiteFiles();

        Assert.Equal(["feeds/2026-12.atom"], after.Keys.Where(path => path.StartsWith("feeds/", StringComparison.Ordinal) && path.EndsWith(".atom", StringComparison.Ordinal)));
        File.Delete(Path.Combine(_folder.Root, "site.json"));
        await _folder.BuildAsync();
        Assert.Equal(after, _folder.SiteFiles());
    }

    // RFC 5005, section 4: who keeps an archive does not ask for it again.
    [Fact]
    public async Task A_reader_who_keeps_archives_and_asks_for_the_newest_feed_alone_misses_nothing()
    {
        var kept = new Dictionary<string, string>();
        for (var day = 0; day < 120; day++)
        {
            _folder.Publish("agency", "one", FormattableString.Invariant($"{1900 + day}"), day: day / 3);
            if (day % 20 == 19 || day > 110)
            {
                await _folder.BuildAsync();
                foreach (var archive in _folder.SiteFiles().Where(file => file.Key.StartsWith("feeds/", StringComparison.Ordinal)))
                {
                    Assert.Equal(archive.Value, kept.TryAdd(archive.Key, archive.Value) ? archive.Value : kept[archive.Key]);
                }
            }
        }

        var seen = kept.Where(file => file.Key.EndsWith(".atom", StringComparison.Ordinal)).Select(file => file.Value).Append(_folder.Read("feed.atom"));
        Assert.Equal(120, seen.SelectMany(feed => Identifier().Matches(feed).Select(match => match.Value)).Distinct().Count() - 1);
    }

    [Fact]
    public async Task Another_audience_s_site_has_identifiers_of_its_own_and_is_for_no_search_engine()
    {
        _folder.Publish("agency", "one", "2026-09");
        await _folder.BuildAsync();
        var open = Identifier().Matches(_folder.Read("feed.atom") + _folder.Read("datasets/agency/one/feed.atom")).Select(match => match.Value).ToHashSet();
        Assert.Contains("Allow: /\n", _folder.Read("robots.txt"), StringComparison.Ordinal);

        _folder.Settings = _folder.Settings with { Audience = "partners" };
        await _folder.BuildAsync();
        var partners = Identifier().Matches(_folder.Read("feed.atom") + _folder.Read("datasets/agency/one/feed.atom")).Select(match => match.Value).ToHashSet();
        Assert.Equal((3, 3, false), (open.Count, partners.Count, open.Overlaps(partners)));
        Assert.Equal("User-agent: *\nDisallow: /\n", _folder.Read("robots.txt"));
    }

    [Fact]
    public async Task Other_settings_rebuild_all()
    {
        _folder.Publish("agency", "one", "2026-09");
        await _folder.BuildAsync();
        _folder.Settings = _folder.Settings with { Title = "Another name" };
        Assert.Equal(1, (await _folder.BuildAsync()).Rebuilt);
        Assert.Contains("Another name", _folder.Read("datasets/agency/one/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_dataset_leaves_a_tombstone_and_nothing_links_to_its_files()
    {
        _folder.Publish("agency", "one", "2026-09");
        _folder.Publish("agency", "two", "2026-09");
        await _folder.BuildAsync();
        _folder.Withdraw("agency", "one", "2026-09", "A mistake in the source.", day: 2);
        await _folder.BuildAsync();

        var page = _folder.Read("datasets/agency/one/index.html");
        Assert.Contains("This dataset has been withdrawn.", page, StringComparison.Ordinal);
        Assert.Contains("A mistake in the source.", page, StringComparison.Ordinal);
        Assert.Contains(" Withdrawn 4 November 2026.", page, StringComparison.Ordinal);
        Assert.Contains(">Things counted</h1>", page, StringComparison.Ordinal);
        Assert.Contains("A mistake in the source.", _folder.Read("feed.atom"), StringComparison.Ordinal);
        Assert.Contains(">Agency of agency</a>", _folder.Read("agencies/index.html"), StringComparison.Ordinal);
        BrokenLinks.AssertNone(BrokenLinks.Of(_folder.Root));
    }

    [Fact]
    public async Task A_correction_is_told_with_its_reason_on_the_page_and_in_the_feeds()
    {
        _folder.Publish("agency", "one", "2026-09");
        _folder.Publish("agency", "one", "2026-09", "v1.0.1", day: 3, csv: Some.Csv.Replace("120", "121", StringComparison.Ordinal), reason: "A district was counted twice.");
        await _folder.BuildAsync();

        foreach (var path in new[] { "datasets/agency/one/index.html", "datasets/agency/one/feed.atom", "feed.json" })
        {
            Assert.Contains("A district was counted twice.", _folder.Read(path), StringComparison.Ordinal);
        }

        Assert.Contains("replaced by a later version", _folder.Read("datasets/agency/one/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_edition_published_later_does_not_become_the_one_shown()
    {
        _folder.Publish("agency", "one", "2026-10");
        _folder.Publish("agency", "one", "2026-08", day: 5);
        await _folder.BuildAsync();
        Assert.Contains("download href=\"../../../data/agency/one/2026-10/v1.0.0/people.csv\"", _folder.Read("datasets/agency/one/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026-08/v1.0.0/people.csv", _folder.Read("catalog.jsonld"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_a_policy_or_a_file_is_never_markup()
    {
        _folder.Publish("agency", "one", "2026-09");
        await _folder.BuildAsync();
        var page = _folder.Read("datasets/agency/one/index.html");
        Assert.DoesNotContain("<than>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<West>", page, StringComparison.Ordinal);
        Assert.Contains("Sutton, &lt;West&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_a_site_leads_to_a_file()
    {
        for (var i = 0; i < 60; i++)
        {
            _folder.Publish($"agency-{i % 3}", $"dataset-{i}", "2026-09", day: i, title: $"{(char)('A' + (i % 2))} title {i}");
        }

        await _folder.BuildAsync();
        Assert.True(_folder.Has("themes/transport/page-2/index.html"));
        BrokenLinks.AssertNone(BrokenLinks.Of(_folder.Root));
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_is_called_stops_the_build_with_its_name()
    {
        _folder.Publish("agency", "one", "2026-09");
        File.WriteAllText(Path.Combine(_folder.Root, "data/agency/one/2026-09/v1.0.0/datapackage.json"), "{}");
        var finding = Assert.Single((await Assert.ThrowsAsync<CodedException>(_folder.BuildAsync)).Findings);
        Assert.Equal(PortalCodes.UnreadableFile, finding.Code);
    }

    [Fact]
    public async Task A_missing_file_of_a_version_stops_the_build_with_its_name()
    {
        _folder.Publish("agency", "one", "2026-09");
        File.Delete(Path.Combine(_folder.Root, "data/agency/one/2026-09/v1.0.0/certificate.json"));
        var finding = Assert.Single((await Assert.ThrowsAsync<CodedException>(_folder.BuildAsync)).Findings);
        Assert.Equal((PortalCodes.MissingFile, "data/agency/one/2026-09/v1.0.0/certificate.json"), (finding.Code, finding.Place));
    }

    [GeneratedRegex("<id>urn:uuid:[^<]*</id>")]
    private static partial Regex Identifier();
}
