using System.Text.RegularExpressions;
using Publish.Duck;
using Publish.EndToEnd.Fixtures;

namespace Publish.EndToEnd.Sites;

/// <summary>Runs the examples of <c>docs/consume.md</c> against the demo's site, each where its runtime is at hand.</summary>
[Collection(SiteTests.Name)]
public sealed partial class ConsumerTests(DemoSite site) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-consume-").FullName;
    private readonly StaticServer _server = new(site.Root);

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Curl_fetches_the_newest_edition_and_asks_again_for_nothing()
    {
        var output = Run("bash", ["-e", "-o", "pipefail", Script("bash", "sh")]);
        Assert.Equal("casualties-by-district.csv: OK\nPAR1", output);
        Run("bash", ["-e", "-o", "pipefail", Script("bash", "sh")]);
        Assert.Equal(1, _server.NotModified);
        Assert.True(new FileInfo(Path.Combine(_folder, "feed.json")).Length > 0);
    }

    [RuntimeFact("python3")]
    public void Python_lists_what_is_new_with_digests_and_no_version_twice()
    {
        var lines = Run("python3", [Script("python", "py")]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Count(line => !line.StartsWith(' ')));
        Assert.All(lines.Where(line => line.StartsWith(' ')), line => Assert.Matches("^ +http.* [0-9]+ [0-9a-f]{64}$", line));
    }

    [Fact]
    public void Csharp_fetches_every_file_of_the_newest_edition_as_it_was_published()
    {
        var lines = Run("dotnet", ["run", Script("csharp", "cs")]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8, lines.Length);
        Assert.All(lines, line => Assert.EndsWith("as published", line, StringComparison.Ordinal));
    }

    [RuntimeFact("Rscript")]
    public void R_reads_the_published_totals()
    {
        var output = Run("Rscript", [Script("r", "R")]);
        var totals = CsvText.Parse(File.ReadAllText(Path.Combine(site.Root, "data/northshire-council/road-casualties/2026-Q2/v1.0.0/casualties-by-district.csv")))
            .Where(row => row[1..4].All(cell => cell == "Total") && row[^1].Length == 0).ToArray();
        Assert.True(totals.Length > 3);
        Assert.All(totals, row => Assert.Contains(row[0], output, StringComparison.Ordinal));
        Assert.All(totals, row => Assert.Contains(row[^2], output, StringComparison.Ordinal));
        Assert.Equal(totals.Length + 1, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Duckdb_reads_all_editions_with_one_glob_and_the_edition_from_the_folder()
    {
        var query = Block("sql").Replace("'data/", $"'{site.Root}/data/", StringComparison.Ordinal);
        using var database = DuckDatabase.Open(new DuckOptions
        {
            Threads = 1,
            MemoryLimitBytes = 256 << 20,
            TemporaryFolder = Path.Combine(_folder, "duck"),
            MaximumTemporaryBytes = 64 << 20,
            AllowedFolders = [site.Root],
        });
        using var connection = database.Connect();
        using var result = connection.Query(query);
        Assert.Equal(["edition", "region", "count"], result.Columns.Select(column => column.Name));
        Assert.True(result.TryReadChunk(out var chunk));
        Assert.Equal("2026-Q2", System.Text.Encoding.UTF8.GetString(chunk[0].Utf8(0)));
        Assert.True(chunk[2].Values<long>()[0] > 0);
    }

    private string Script(string language, string extension)
    {
        var path = Path.Combine(_folder, "example." + extension);
        File.WriteAllText(path, Block(language).Replace("http://localhost:8080", _server.Address, StringComparison.Ordinal));
        return path;
    }

    private static string Block(string language)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "consume.md"));
        return Assert.Single(Fence().Matches(page), match => match.Groups[1].Value == language).Groups[2].Value;
    }

    private string Run(string program, IEnumerable<string> arguments) => Programs.Run(program, arguments, _folder);

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
