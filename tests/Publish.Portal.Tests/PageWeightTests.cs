namespace Publish.Portal.Tests;

/// <summary>A page with its style sheet and scripts stays below 100 kB, however many columns and versions a dataset has.</summary>
public sealed class PageWeightTests : IDisposable
{
    private const long Most = 100_000;
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 200, 40)]
    [InlineData(4, 60, 60)]
    [InlineData(12, 12, 30)]
    public async Task A_dataset_of_many_tables_and_columns_has_a_small_page(int releases, int columns, int rows)
    {
        _folder.PublishWide("agency", "wide", [.. Enumerable.Range(1, releases).Select(i => $"table-{i}")], columns, rows);
        await _folder.BuildAsync();
        AssertSmall();
        Assert.Contains("amount_001_sum", _folder.Read($"datasets/agency/wide/{(releases == 1 ? "" : "releases/table-1/")}index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task Wide_tables_of_long_names_with_fifty_editions_have_a_page_each_and_all_pages_are_small(int releases)
    {
        var (agency, dataset) = (Some.LongName("agency"), Some.LongName("wide"));
        string[] tables = [.. Enumerable.Range(1, releases).Select(i => Some.LongName(FormattableString.Invariant($"table-{i:D2}")))];
        _folder.PublishWide(agency, dataset, tables, columns: 30, rows: 60, editions: 50);
        await _folder.BuildAsync();

        AssertSmall();
        var page = _folder.Read($"datasets/{agency}/{dataset}/index.html");
        Assert.All(tables, table =>
        {
            Assert.Contains($"\"releases/{table}/index.html\"", page, StringComparison.Ordinal);
            var own = _folder.Read($"datasets/{agency}/{dataset}/releases/{table}/index.html");
            Assert.Contains($"/{table}.csv\"", own, StringComparison.Ordinal);
            Assert.Contains("amount_001_sum", own, StringComparison.Ordinal);
            Assert.Contains("<svg", own, StringComparison.Ordinal);
            Assert.Contains($"Every number of {table} ", own, StringComparison.Ordinal);
        });
        var history = string.Concat(new[] { "", "page-2/" }.Select(part => _folder.Read($"datasets/{agency}/{dataset}/history/{part}index.html")));
        Assert.All(Enumerable.Range(0, 50), i => Assert.Contains(FormattableString.Invariant($">{2026 - (i / 12)}-{12 - (i % 12):D2}</th>"), history, StringComparison.Ordinal));
        BrokenLinks.AssertNone(BrokenLinks.Of(_folder.Root));
    }

    [Fact]
    public async Task A_dataset_with_many_versions_has_a_small_page()
    {
        for (var month = 0; month < 72; month++)
        {
            _folder.Publish("agency", "one", FormattableString.Invariant($"{2020 + (month / 12)}-{(month % 12) + 1:D2}"), day: month);
        }

        await _folder.BuildAsync();
        AssertSmall();
    }

    [Fact]
    public async Task Many_datasets_under_one_letter_are_parted_into_small_pages_that_have_all_of_them()
    {
        for (var i = 0; i < 260; i++)
        {
            _folder.Publish($"agency-{i % 7}", FormattableString.Invariant($"set-{i:D3}"), "2026-09", title: FormattableString.Invariant($"A title of some length about the subject number {i:D3} of them"));
        }

        await _folder.BuildAsync();
        AssertSmall();
        var pages = _folder.SiteFiles().Where(file => file.Key.StartsWith("a-to-z/a/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(11, pages.Length);
        Assert.All(Enumerable.Range(0, 260), i =>
            Assert.Single(pages, page => page.Value.Contains(FormattableString.Invariant($"/set-{i:D3}/index.html"), StringComparison.Ordinal)));
    }

    private void AssertSmall()
    {
        Assert.All(Directory.EnumerateFiles(_folder.Root, "*.html", SearchOption.AllDirectories), file =>
            Assert.True(PageWeight.Of(file) < Most, $"{Path.GetRelativePath(_folder.Root, file)}: {PageWeight.Of(file)} bytes"));
    }
}
