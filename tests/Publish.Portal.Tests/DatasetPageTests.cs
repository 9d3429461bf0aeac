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
}
