using System.Net;
using Publish.Codes;
using Publish.Portal.Verification;

namespace Publish.Portal.Tests;

/// <summary>Each check finds nothing in a site as it was built, and what is wrong in a broken one.</summary>
public sealed class SiteVerificationTests : IDisposable
{
    private const string Version = "data/agency/one/2026-09/v1.0.0/";
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_site_as_it_was_built_has_nothing_wrong_and_every_check_examines_something()
    {
        await BuildAsync();
        var checks = SiteVerification.Run(_folder.Root, CancellationToken.None);
        Assert.Equal(["site-files", "links", "pointers", "data-package", "csvw", "croissant", "dcat-ap", "atom", "json-feed"], checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.True(check.Examined > 0 && check.Findings.Count == 0, $"{check.Name}: {string.Join("; ", check.Findings)}"));
    }

    [Theory]
    [InlineData("data-package", Version + "datapackage.json", "profiles/2.0", "profiles/1.0", "names its profile")]
    [InlineData("data-package", Version + "datapackage.json", "\"name\": \"people\"", "\"name\": \"People!\"", "name of its own")]
    [InlineData("data-package", Version + "datapackage.json", "\"path\": \"people.csv\"", "\"path\": \"../people.csv\"", "leads to a file")]
    [InlineData("data-package", Version + "datapackage.json", "\"type\": \"integer\"", "\"type\": \"int\"", "a type of the standard")]
    [InlineData("data-package", Version + "datapackage.json", "\"hash\": \"sha256:", "\"hash\": \"sha256:0", "the digest of its file")]
    [InlineData("data-package", Version + "people.csv", "district,age_band", "district,age", "labels of the header")]
    [InlineData("csvw", Version + "people.csv-metadata.json", "http://www.w3.org/ns/csvw", "http://example.org/", "context is that of CSVW")]
    [InlineData("csvw", Version + "people.csv", "Norham,Total,70", "Norham,Total,seventy", "one of its datatype")]
    [InlineData("csvw", Version + "people.csv", "Norham,20+,60", "Norham,Total,60", "same primary key")]
    [InlineData("csvw", Version + "people.csv", "Norham,20+,60", ",20+,60", "required cell")]
    [InlineData("csvw", Version + "people.csv", "Norham,20+,60", "Norham,20+", "a cell a column")]
    [InlineData("csvw", Version + "people.csv", "district,age_band", "district,age", "columns' titles")]
    [InlineData("croissant", Version + "croissant.json", "\"license\"", "\"licence\"", "has license")]
    [InlineData("croissant", Version + "croissant.json", "croissant/1.1", "croissant/9", "conforms to Croissant")]
    [InlineData("croissant", Version + "croissant.json", "\"sha256\": \"", "\"sha256\": \"0", "has its digest")]
    [InlineData("croissant", Version + "croissant.json", "\"@id\": \"people.csv\"\n", "\"@id\": \"other.csv\"\n", "source is a column")]
    [InlineData("dcat-ap", "catalog.jsonld", "\"dcat:accessURL\"", "\"dcat:accessUrl\"", "dcat:Distribution has dcat:accessURL")]
    [InlineData("dcat-ap", "catalog.jsonld", "\"foaf:name\"", "\"foaf:label\"", "foaf:Agent has foaf:name")]
    [InlineData("dcat-ap", "catalog.jsonld", "\"spdx\":", "\"spdy\":", "has the prefix of spdx")]
    [InlineData("dcat-ap", "catalog.jsonld", "#series\",\"@type\"", "#serie\",\"@type\"", "that is named is described")]
    [InlineData("atom", "feed.atom", "<updated>2026", "<updated>Monday 2026", "moment of RFC 3339")]
    [InlineData("atom", "feed.atom", "rel=\"self\"", "rel=\"other\"", "link to itself")]
    [InlineData("atom", "feed.atom", "<author>", "<writer>", null)]
    [InlineData("atom", "feed.atom", "<id>urn:uuid:", "<id>", "IRI for its identifier")]
    [InlineData("json-feed", "feed.json", "version/1.1", "version/1", "version of JSON Feed 1.1")]
    [InlineData("json-feed", "feed.json", "\"content_text\"", "\"content\"", "has a content")]
    [InlineData("json-feed", "feed.json", "\"mime_type\"", "\"type\"", "media type")]
    [InlineData("json-feed", "feed.json", "\"items\": [", "\"items\": [{},", "identifier of its own")]
    public async Task A_broken_rule_is_found(string check, string path, string old, string other, string? rule)
    {
        await BuildAsync();
        var text = _folder.Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Root, path), text.Replace(old, other, StringComparison.Ordinal));

        var findings = SiteVerification.Run(_folder.Root, CancellationToken.None).Single(result => result.Name == check).Findings;

        Assert.Contains(findings, finding => rule is null
            ? finding.Code == PortalCodes.UnreadableFile
            : finding.Code == PortalCodes.Specification && finding.Detail!.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_page_and_a_link_that_leads_nowhere_are_found()
    {
        await BuildAsync();
        var page = Path.Combine(_folder.Root, "index.html");
        File.WriteAllText(page, File.ReadAllText(page).Replace("agencies/index.html", "agents/index.html", StringComparison.Ordinal));
        var codes = SiteVerification.Run(_folder.Root, CancellationToken.None).SelectMany(check => check.Findings).Select(finding => finding.Code).ToHashSet();
        Assert.Equal([PortalCodes.SiteFileDiffers, PortalCodes.BrokenLink], codes);
    }

    [Fact]
    public async Task A_site_is_fetched_whole_by_get_alone_its_data_from_their_own_address()
    {
        _folder.Settings = _folder.Settings with { DataAddress = new Uri("https://blobs.example/public/") };
        await BuildAsync();
        var target = Directory.CreateTempSubdirectory("publish-download-").FullName;
        using var http = new HttpClient(new FolderServer(_folder.Root));
        await new SiteDownload(http, new Uri("https://open.example/"), target).FetchAsync(CancellationToken.None);

        Assert.Equal(
            _folder.SiteFiles().Keys.Concat(["data/agency/one/history.json", "data/agency/one/latest.json", "data/agency/one/2026-09/latest.json", "data/agency/one/current/people/edition=2026-09/people.parquet", Version + "people.csv", Version + "certificate.json"]).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(target, file))
                .Where(path => !path.StartsWith(Version, StringComparison.Ordinal) || path.EndsWith("people.csv", StringComparison.Ordinal) || path.EndsWith("certificate.json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.All(SiteVerification.Run(target, CancellationToken.None), check => Assert.Empty(check.Findings));
        Directory.Delete(target, recursive: true);
    }

    [Theory]
    [InlineData("current/people/edition=2026-08/people.parquet", "is of no version that is published.")]
    [InlineData("current/people/edition=2026-09/people.parquet", "is not the file of the version that is published.")]
    [InlineData("2026-08/v1.0.0/SHA256SUMS", "is withdrawn, and its files are there.")]
    public async Task What_stayed_of_an_earlier_version_is_found_by_get_alone(string file, string sentence)
    {
        _folder.Settings = _folder.Settings with { DataAddress = new Uri("https://blobs.example/public/") };
        _folder.Publish("agency", "one", "2026-08");
        _folder.Publish("agency", "one", "2026-09", day: 1);
        _folder.Withdraw("agency", "one", "2026-08", "A mistake.", day: 2);
        await _folder.BuildAsync();
        Assert.Empty(await DownloadedAsync());
        var path = Path.Combine(_folder.Root, "data/agency/one", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        Assert.EndsWith(sentence, Assert.Single(await DownloadedAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_site_is_refused()
    {
        using var http = new HttpClient(new FolderServer(_folder.Root));
        var exception = await Assert.ThrowsAsync<CodedException>(() =>
            new SiteDownload(http, new Uri("https://open.example/"), _folder.Root).FetchAsync(CancellationToken.None));
        Assert.Equal(PortalCodes.NoSite, Assert.Single(exception.Findings).Code);
    }

    private async Task<IReadOnlyList<string>> DownloadedAsync()
    {
        var target = Directory.CreateTempSubdirectory("publish-download-").FullName;
        using var http = new HttpClient(new FolderServer(_folder.Root));
        await new SiteDownload(http, new Uri("https://open.example/"), target).FetchAsync(CancellationToken.None);
        string[] findings = [.. SiteVerification.Run(target, CancellationToken.None).SelectMany(check => check.Findings).Select(finding => finding.Detail ?? finding.Code.Id)];
        Directory.Delete(target, recursive: true);
        return findings;
    }

    private Task<SiteReport> BuildAsync()
    {
        _folder.Publish("agency", "one", "2026-09");
        return _folder.BuildAsync();
    }

    /// <summary>Serves the site and its data under their two addresses.</summary>
    private sealed class FolderServer(string root) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(HttpMethod.Get, request.Method);
            var address = request.RequestUri!.AbsoluteUri;
            var isData = address.StartsWith("https://blobs.example/public/data/", StringComparison.Ordinal);
            Assert.True(isData || address.StartsWith("https://open.example/", StringComparison.Ordinal), address);
            var file = Path.Combine(root, address[(isData ? "https://blobs.example/public/" : "https://open.example/").Length..]);
            Assert.Equal(isData, Path.GetRelativePath(root, file).StartsWith("data/", StringComparison.Ordinal));
            return File.Exists(file)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellationToken)) }
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        }
    }
}
