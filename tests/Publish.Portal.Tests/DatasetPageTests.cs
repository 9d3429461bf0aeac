namespace Publish.Portal.Tests;

public sealed class DatasetPageTests : IDisposable
{
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_page_of_few_tables_has_columns_rows_and_code_of_the_first_and_names_them_among_its_contents(int tables)
    {
        _folder.PublishWide("agency", "one", [.. Enumerable.Range(1, tables).Select(i => $"table-{i}")], columns: 3, rows: 5);
        await _folder.BuildAsync();
        var page = _folder.Read("datasets/agency/one/index.html");
        Assert.All(new[] { "columns", "rows", "load", "chart" }, part =>
        {
            Assert.Contains($"<h2 class=\"govuk-heading-m\" id=\"{part}\">", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{part}\"", page, StringComparison.Ordinal);
        });
        Assert.Contains("/table-1.parquet&#x27;)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_earlier_version_has_its_files_in_both_formats_its_certificate_and_what_changed()
    {
        _folder.Publish("agency", "one", "2026-09");
        _folder.Publish("agency", "one", "2026-09", "v1.0.1", day: 1, reason: "A row was missing.");
        await _folder.BuildAsync();
        var page = _folder.Read("datasets/agency/one/index.html");
        var history = page[page.IndexOf("id=\"history\"", StringComparison.Ordinal)..];
        Assert.All(new[] { "v1.0.0/people.csv", "v1.0.0/people.parquet", "v1.0.0/certificate.json", "v1.0.1/changes.json" }, file =>
            Assert.Contains($"data/agency/one/2026-09/{file}\"", history, StringComparison.Ordinal));
        Assert.DoesNotContain("v1.0.0/changes.json", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://blobs.example/site/")]
    public async Task The_page_leads_to_a_check_of_its_version_wherever_data_lie(string? data)
    {
        _folder.Settings = _folder.Settings with { DataAddress = data is null ? null : new Uri(data) };
        _folder.Publish("agency", "one", "2026-09");
        await _folder.BuildAsync();
        Assert.Contains("check/index.html?version=agency/one/2026-09/v1.0.0\"", _folder.Read("datasets/agency/one/index.html"), StringComparison.Ordinal);
        Assert.Contains($"data-data=\"{data ?? "../"}data/\"", _folder.Read("check/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_that_is_withdrawn_whole_keeps_its_title_its_publisher_and_its_agreement()
    {
        _folder.Publish("agency", "one", "2026-09", title: "Things counted in towns");
        await _folder.BuildAsync();
        var before = _folder.Read("feed.json");
        _folder.Withdraw("agency", "one", "2026-09", "A mistake.", day: 1);
        await _folder.BuildAsync();
        var page = _folder.Read("datasets/agency/one/index.html");
        Assert.Contains(">Things counted in towns</h1>", page, StringComparison.Ordinal);
        Assert.Contains("../../../register/agency/a-1/index.html", page, StringComparison.Ordinal);
        Assert.Contains("Things counted in towns</a> (withdrawn)", _folder.Read("register/agency/a-1/index.html"), StringComparison.Ordinal);
        Assert.Contains("has been withdrawn", _folder.Read("register/index.html"), StringComparison.Ordinal);
        Assert.Contains("\"withdrawn\": true", _folder.Read("agreements.json"), StringComparison.Ordinal);
        Assert.Contains("Things counted in towns, 2026-09 (v1.0.0)", _folder.Read("feed.json"), StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Agency of agency\"", before, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"Agency of agency\"", _folder.Read("feed.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("datasets/agency/one", _folder.Read("catalog.jsonld"), StringComparison.Ordinal);
        Assert.All(Verification.SiteVerification.Run(_folder.Root, CancellationToken.None), check => Assert.Empty(check.Findings));
    }

    // Histories of before this was kept.
    [Fact]
    public async Task A_withdrawn_dataset_of_which_nothing_was_kept_is_called_by_its_name()
    {
        _folder.Publish("agency", "one-thing", "2026-09");
        _folder.Withdraw("agency", "one-thing", "2026-09", "A mistake.", day: 1);
        _folder.Forget("agency", "one-thing");
        await _folder.BuildAsync();
        Assert.Contains(">One thing</h1>", _folder.Read("datasets/agency/one-thing/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_may_have_been_withdrawn_and_the_feed_tells()
    {
        await _folder.BuildAsync();
        Assert.Contains("until its agency withdraws it", _folder.Read("404.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/feed.atom\">What was published, corrected and withdrawn lately", _folder.Read("404.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_developers_has_a_line_in_each_language_and_names_every_file_of_a_version()
    {
        _folder.Settings = _folder.Settings with { DataAddress = new Uri("https://blobs.example/") };
        _folder.Publish("agency", "one", "2026-09");
        await _folder.BuildAsync();
        var page = System.Net.WebUtility.HtmlDecode(_folder.Read("developers/index.html"));
        Assert.All(new[] { "curl ", "pandas.read_parquet('https://blobs.example/data/", "read.csv(", "GetStreamAsync(", "FROM read_parquet(", "current/{release}/edition=" }, code =>
            Assert.Contains(code, page, StringComparison.Ordinal));
        var files = Directory.EnumerateFiles(Path.Combine(_folder.Root, "data/agency/one/2026-09/v1.0.0")).Select(file => Path.GetFileName(file)!).ToArray();
        Assert.True(files.Length >= 8);
        Assert.All(files, file => Assert.Contains(file.Replace("people", file.EndsWith(".json", StringComparison.Ordinal) ? "{release}" : "TABLE", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }
}
