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
        var before = new Option<string?>("--before") { Description = "The publish.dll of another build, to measure the same beside it." };
        var command = new Command("portal", "Measures publish site on many published datasets.") { datasets, versions, before, writeDocs };
        command.SetAction(parsed => Run(parsed.GetValue(datasets), parsed.GetValue(versions), parsed.GetValue(before), parsed.GetValue(writeDocs)));
        return command;
    }

    private static int Run(int datasets, int versions, string? before, bool writeDocs)
    {
        var folder = Directory.CreateTempSubdirectory("publish-portal-").FullName;
        try
        {
            var published = new PublishedDatasets(Path.Combine(folder, "public"));
            published.Write(datasets, versions);
            var rows = new List<(string Build, Measurement Took)>();
            if (before is not null)
            {
                Measure(published, MeasuredProgram.Managed(before, ["site", folder]), ", the build before", folder, datasets / 3, versions, rows);
            }

            Measure(published, MeasuredProgram.Managed(Path.Combine(AppContext.BaseDirectory, "publish.dll"), ["site", folder]), "", folder, datasets / 2, versions, rows);
            var section = Report(datasets, versions, Path.Combine(folder, "public"), rows);
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

    private static void Measure(
        PublishedDatasets published, MeasuredProgram site, string name, string folder, int dataset, int versions, List<(string, Measurement)> rows)
    {
        rows.Add(("whole" + name, site.Run(folder)));
        rows.Add(("nothing changed" + name, site.Run(folder)));
        published.Add(dataset, versions);
        rows.Add(("one new version" + name, site.Run(folder)));
        published.Correct(dataset + 1, versions);
        rows.Add(("one correction in a month in which every dataset had a version" + name, site.Run(folder)));
    }

    private static string Report(int datasets, int versions, string site, IEnumerable<(string Build, Measurement Took)> rows)
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
            {string.Join('\n', rows.Select(row => Row(row.Build, row.Took)))}

            """).Replace("\r", "", StringComparison.Ordinal);
    }

    private static string Row(string name, Measurement took) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {took.Wall.TotalSeconds:F1} s | {took.Cpu.TotalSeconds:F1} s | {took.PeakRss / 1e6:F0} MB |");
}
