using System.Net;
using System.Text.RegularExpressions;
using Publish.EndToEnd.Fixtures;
using Publish.EndToEnd.Sites.Showcases;

namespace Publish.EndToEnd.Sites;

/// <summary>
/// Runs the lines that a release's page gives for loading it, word for word, each where its runtime is at hand: of a table
/// whose codes have leading zeros and whose numbers are withheld, and of records with missing values.
/// </summary>
[Collection(SiteTests.Name)]
public sealed partial class PageExampleTests : IDisposable
{
    private const string SiteAddress = "http://localhost:8080/";
    private const string HasPandas = "import pandas";
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-example-").FullName;
    private readonly ShowcaseSite _site;
    private readonly StaticServer _server;

    public PageExampleTests(ShowcaseSite site) => (_site, _server) = (site, new StaticServer(site.Root));

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("turnover")]
    [InlineData("inspections")]
    public void Curl_fetches_the_file_as_it_was_published(string release)
    {
        Run("bash", "-e", Script(release, "curl", "sh"));
        Assert.Equal(File.ReadAllBytes(Published(release + ".csv")), File.ReadAllBytes(Path.Combine(_folder, release + ".csv")));
    }

    [Fact]
    public void Csharp_prints_every_line() =>
        Assert.Equal(File.ReadAllText(Published("inspections.csv")), Run("dotnet", "run", Script("inspections", "C#", "cs")));

    [RuntimeFact("python3", "-c", HasPandas)]
    public void Python_keeps_codes_and_knows_what_is_withheld()
    {
        var python = RuntimeFactAttribute.Find("python3", "-c", HasPandas)!;
        var output = Run(python, Script("turnover", "Python", "py", "print(sorted(set(data['sic']))[:3], data['count'].max(), (data['status'] == 'c').sum() == data['count'].isna().sum() > 0)"));
        Assert.EndsWith("['007', '0111', '0164A'] 600.0 True\n", output, StringComparison.Ordinal);
        output = Run(python, Script("inspections", "Python", "py", "print(len(data), data['registered'].isna().any(), sorted(set(data['finding'].dropna())))"));
        Assert.EndsWith("600 True ['fair', 'good', 'poor']\n", output, StringComparison.Ordinal);
    }

    [RuntimeFact("Rscript")]
    public void R_keeps_codes_and_knows_what_is_withheld()
    {
        var output = Run("Rscript", Script("turnover", "R", "R", "cat(head(sort(unique(data$sic)), 3), max(data$count, na.rm = TRUE), sum(data$status == 'c', na.rm = TRUE) == sum(is.na(data$count)))"));
        Assert.EndsWith("007 0111 0164A 600 TRUE", output, StringComparison.Ordinal);
        output = Run("Rscript", Script("inspections", "R", "R", "cat(nrow(data), any(is.na(data$registered)), sort(unique(data$finding)))"));
        Assert.EndsWith("600 TRUE fair good poor", output, StringComparison.Ordinal);
    }

    // DuckDB reads addresses with an extension that is not in the library; the same line reads the file.
    [Theory]
    [InlineData("turnover")]
    [InlineData("inspections")]
    public void Duckdb_reads_the_cells_of_the_csv(string release)
    {
        var query = Example(release, "DuckDB");
        var file = Published(release + ".parquet");
        Assert.Contains($"'{SiteAddress}{ShowcaseSite.Survey}{release}.parquet'", query, StringComparison.Ordinal);
        var count = ParquetReaders.CountInDuckDb(file, query.Replace($"{SiteAddress}{ShowcaseSite.Survey}{release}.parquet", file, StringComparison.Ordinal));
        Assert.Equal(SameRows.AssertEverywhere(Published(release + ".csv")).Length - 1, count);
    }

    private string Published(string file) => Path.Combine(_site.Root, ShowcaseSite.Survey, file);

    private string Script(string release, string language, string extension, string more = "")
    {
        var path = Path.Combine(_folder, $"{release}.{extension}");
        File.WriteAllText(path, Example(release, language).Replace(SiteAddress, _server.Address + "/", StringComparison.Ordinal) + "\n" + more + "\n");
        return path;
    }

    private string Example(string release, string language)
    {
        var page = File.ReadAllText(Path.Combine(_site.Root, "datasets", "riverton-statistics", "business-survey", "releases", release, "index.html"));
        return WebUtility.HtmlDecode(Assert.Single(Block().Matches(page), match => match.Groups[1].Value == language).Groups[2].Value);
    }

    private string Run(string program, params IEnumerable<string> arguments) => Programs.Run(program, arguments, _folder);

    [GeneratedRegex("<pre class=\"site-code\"[^>]* aria-label=\"([^\"]+)\"[^>]*><code>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Block();
}
