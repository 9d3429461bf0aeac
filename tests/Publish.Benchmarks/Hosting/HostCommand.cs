using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;

namespace Publish.Benchmarks.Hosting;

/// <summary><c>host</c>: many uploads dropped at once on <c>publish serve</c>, with the curve of its memory.</summary>
internal static class HostCommand
{
    private const int Points = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var uploads = new Option<int>("--uploads") { Description = "Uploads.", DefaultValueFactory = _ => 500 };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("host", "Measures publish serve on many uploads dropped at once.") { uploads, writeDocs };
        command.SetAction(parsed => Run(parsed.GetValue(uploads), parsed.GetValue(writeDocs)));
        return command;
    }

    private static int Run(int uploads, bool writeDocs)
    {
        var folder = Directory.CreateTempSubdirectory("publish-host-").FullName;
        try
        {
            var bytes = DroppedUploads.Write(folder, uploads);
            var section = Report(uploads, bytes, Serve(folder, uploads));
            Console.WriteLine(section);
            if (writeDocs)
            {
                BenchmarksPage.Replace("host", section);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Sample> Serve(string folder, int uploads)
    {
        var start = new ProcessStartInfo(
            "dotnet", [BuiltProgram.Path, "serve", "--storage", "folder:" + folder, "--address", "http://localhost:18093/"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var host = Process.Start(start)!;
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        var (watch, samples) = (Stopwatch.StartNew(), new List<Sample>());
        try
        {
            do
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(250));
                host.Refresh();
                samples.Add(new Sample(Finished(folder), watch.Elapsed, host.TotalProcessorTime, host.WorkingSet64));
            }
            while (samples[^1].Finished < uploads && watch.Elapsed < Patience && !host.HasExited);
            return samples[^1].Finished == uploads ? samples : throw new ProgramFailedException("The host did not finish.");
        }
        finally
        {
            host.Kill();
            host.WaitForExit();
        }
    }

    private static int Finished(string folder)
    {
        var receipts = Path.Combine(folder, "private", "receipts");
        return Directory.Exists(receipts) ? Directory.EnumerateFiles(receipts, "*.json", SearchOption.AllDirectories).Count() : 0;
    }

    private static string Report(int uploads, long bytes, List<Sample> samples)
    {
        var rows = Enumerable.Range(1, Points)
            .Select(point => samples.First(sample => sample.Finished * Points >= uploads * point))
            .Select(sample => string.Create(
                CultureInfo.InvariantCulture,
                $"| {sample.Finished:N0} | {sample.Wall.TotalSeconds:F0} s | {sample.Cpu.TotalSeconds:F0} s | {sample.ResidentBytes / 1e6:F0} MB |"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            ## {uploads:N0} uploads dropped at once on `publish serve`

            Files of 100 to {DroppedUploads.MostRows:N0} rows, {bytes / 1e6:F0} MB in all, each an edition of its own, lie in the folder when the host starts. It
            works on one at a time and rebuilds the site when all are done. Most resident memory: {samples.Max(sample => sample.ResidentBytes) / 1e6:F0} MB.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- host`

            {Machine.Here()}

            | finished | wall | CPU | memory |
            |---|---|---|---|
            {string.Join("\n", rows)}

            """).Replace("\r", "", StringComparison.Ordinal);
    }

    private sealed record Sample(int Finished, TimeSpan Wall, TimeSpan Cpu, long ResidentBytes);
}
