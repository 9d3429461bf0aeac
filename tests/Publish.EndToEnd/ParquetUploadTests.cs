using System.Diagnostics;
using Publish.Duck;
using Publish.EndToEnd.Fixtures;

namespace Publish.EndToEnd;

/// <summary>An agency's Parquet file through the command line, from the folder it lies in.</summary>
public sealed class ParquetUploadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-end-to-end-").FullName;

    // Names that DuckDB would take for patterns, and a relative folder to publish to.
    [Theory]
    [InlineData("stays.parquet")]
    [InlineData("stays [2026] *.parquet")]
    [InlineData("what?.parquet")]
    public async Task A_Parquet_file_of_any_name_is_published_below_a_relative_folder(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), PolicyText.Of(
            new Dictionary<string, string> { ["ward"] = PolicyText.Key, ["sex"] = PolicyText.Key },
            "releases:\n" + PolicyText.Table("t", "[ward, sex]", 3),
            file: "{ format: parquet }"));
        WriteParquet(Path.Combine(_folder, name), "SELECT 'w' || (i % 4)::VARCHAR AS ward, CASE WHEN i % 3 = 0 THEN 'f' ELSE 'm' END AS sex FROM range(240) t(i)");

        // A file that such a pattern would also match: read with it, the counts would double.
        WriteParquet(Path.Combine(_folder, "stays 2 x.parquet"), "SELECT 'other' AS ward, 'f' AS sex FROM range(50) t(i)");

        var (exitCode, output) = await PublishAsync("run", name, "--policy", "policy.yaml", "--edition", "2026-10", "--to", "out");
        Assert.True(exitCode == 0, output);
        var csv = CsvText.Parse(File.ReadAllText(Path.Combine(
            _folder, "out", "public", "data", PolicyText.Agency, PolicyText.Dataset, "2026-10", "v1.0.0", "t.csv")));
        Assert.Contains(csv, row => row is ["Total", "Total", "240", ..]);
        Assert.DoesNotContain(csv, row => row[0] == "other");
    }

    // Records read the upload a second time, under the same name.
    [Fact]
    public async Task Records_of_a_Parquet_file_of_such_a_name_are_published_too()
    {
        File.WriteAllText(Path.Combine(_folder, "policy.yaml"), PolicyText.Of(
            new Dictionary<string, string> { ["ward"] = PolicyText.Key, ["sex"] = PolicyText.Key },
            "releases:\n  - { name: r, kind: records, audience: public, columns: [ward, sex], k: 3 }",
            file: "{ format: parquet }"));
        WriteParquet(Path.Combine(_folder, "stays [1].parquet"), "SELECT 'w' || (i % 4)::VARCHAR AS ward, CASE WHEN i % 3 = 0 THEN 'f' ELSE 'm' END AS sex FROM range(240) t(i)");

        var (exitCode, output) = await PublishAsync("run", "stays [1].parquet", "--policy", "policy.yaml", "--edition", "2026-10", "--to", "out");
        Assert.True(exitCode == 0, output);
        var csv = CsvText.Parse(File.ReadAllText(Path.Combine(
            _folder, "out", "public", "data", PolicyText.Agency, PolicyText.Dataset, "2026-10", "v1.0.0", "r.csv")));
        Assert.Equal(241, csv.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int ExitCode, string Output)> PublishAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "publish.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private void WriteParquet(string path, string query)
    {
        var plain = Path.Combine(_folder, "plain.parquet");
        var options = new DuckOptions
        {
            Threads = 1,
            MemoryLimitBytes = 256 << 20,
            TemporaryFolder = Path.Combine(_folder, "duck"),
            MaximumTemporaryBytes = 64 << 20,
            AllowedFolders = [_folder],
        };
        using (var database = DuckDatabase.Open(options))
        using (var connection = database.Connect())
        {
            connection.WriteParquet(query, plain, new ParquetOptions());
        }

        File.Move(plain, path, overwrite: true);
    }
}
