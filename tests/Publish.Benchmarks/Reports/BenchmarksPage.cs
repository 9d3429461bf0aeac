namespace Publish.Benchmarks.Reports;

/// <summary><c>docs/benchmarks.md</c>: each benchmark owns what is between its two marks.</summary>
internal static class BenchmarksPage
{
    private const string Beginning = """
        # Benchmarks

        Each section is written by the benchmark itself (`--write-docs`) and says where it ran.

        """;

    /// <summary>Replaces a benchmark's section, or adds it at the end.</summary>
    /// <param name="name">The benchmark's name.</param>
    /// <param name="section">The section, as Markdown.</param>
    /// <exception cref="InvalidOperationException">The program does not run from the repository.</exception>
    public static void Replace(string name, string section)
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "benchmarks.md");
        var (open, close) = ($"<!-- {name} begins -->\n", $"<!-- {name} ends -->\n");
        var page = File.Exists(path) ? File.ReadAllText(path) : Beginning;
        var start = page.IndexOf(open, StringComparison.Ordinal);
        var end = page.IndexOf(close, StringComparison.Ordinal);
        var (before, after) = start >= 0 && end > start ? (page[..start], page[(end + close.Length)..]) : (page + "\n", "");
        File.WriteAllText(path, before + open + section + close + after);
    }

    /// <summary>The repository that the program runs from.</summary>
    /// <exception cref="InvalidOperationException">It runs from elsewhere.</exception>
    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Publish.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmark does not run from the repository.");
    }
}
