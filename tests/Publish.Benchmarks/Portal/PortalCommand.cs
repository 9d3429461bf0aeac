using System.CommandLine;
using System.Globalization;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;

namespace Publish.Benchmarks.Portal;

/// <summary><c>portal</c>: builds the site of many datasets whole, again with nothing changed, and again after one publication.</summary>
internal static class PortalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var datasets = new Option<int>("--datasets") { Description = "Datasets.", DefaultValueFactory = _ => 5000 };
        var versions = new Option<int>("--versions") { Description = "Versions of each.", DefaultValueFactory = _ => 20 };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("portal", "Measures publish site on many published datasets.") { datasets, versions, writeDocs };
        command.SetAction(parsed => Run(parsed.GetValue(datasets), parsed.GetValue(versions), parsed.GetValue(writeDocs)));
        return command;
    }

    private static int Run(int datasets, int versions, bool writeDocs)
    {
        var folder = Directory.CreateTempSubdirectory("publish-portal-").FullName;
        try
        {
            var published = new PublishedDatasets(Path.Combine(folder, "public"));
            published.Write(datasets, versions);
            var site = MeasuredProgram.Managed(Path.Combine(AppContext.BaseDirectory, "publish.dll"), ["site", folder]);
            var whole = site.Run(folder);
            var same = site.Run(folder);
            published.Add(datasets / 2, versions);
            var one = site.Run(folder);
            var section = Report(datasets, versions, Path.Combine(folder, "public"), whole, same, one);
            Console.WriteLine(section);
            if (writeDocs)
            {
                BenchmarksPage.Replace("portal", section);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Report(int datasets, int versions, string site, Measurement whole, Measurement same, Measurement one)
    {
        var files = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(site, "data") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(file => new FileInfo(file))
            .ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"""
            ## The site of {datasets:N0} datasets with {versions} versions each

            `publish site` on a local folder: pages, feeds, catalogue, register. {files.Length:N0} files, {files.Sum(file => file.Length) / 1e6:F0} MB. The whole
            process is measured, its start too. It reads every version's data package, and of the newest version the
            certificate and a CSV of {300:N0} rows.

            {Machine.Here()}

            | build | wall | CPU | peak memory |
            |---|---|---|---|
            {Row("whole", whole)}
            {Row("nothing changed", same)}
            {Row("one new version", one)}

            """).Replace("\r", "", StringComparison.Ordinal);
    }

    private static string Row(string name, Measurement took) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {took.Wall.TotalSeconds:F1} s | {took.Cpu.TotalSeconds:F1} s | {took.PeakRss / 1e6:F0} MB |");
}
