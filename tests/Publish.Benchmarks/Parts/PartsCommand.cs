using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Publish.Benchmarks.Claims;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Reports;
using Publish.Storage;

namespace Publish.Benchmarks.Parts;

/// <summary><c>parts</c>: a closed folder of parts in Azurite, worked on by one worker process, then by two, and so on.</summary>
internal static class PartsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rows = new Option<long>("--rows") { Description = "Rows of all parts.", DefaultValueFactory = _ => 4_000_000 };
        var parts = new Option<int>("--parts") { Description = "Parts.", DefaultValueFactory = _ => 8 };
        var workers = new Option<int>("--workers") { Description = "The most workers.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("parts", "Measures a folder of parts on Azurite with one worker process and more.") { rows, parts, workers, writeDocs };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(rows), parsed.GetValue(parts), parsed.GetValue(workers), parsed.GetValue(writeDocs)));
        return command;
    }

    private static async Task<int> RunAsync(long rows, int parts, int workers, bool writeDocs)
    {
        var scratch = Directory.CreateTempSubdirectory("publish-parts-").FullName;
        using var emulator = await EmulatorProcess.StartAsync(BenchmarksPage.RepositoryRoot()).ConfigureAwait(false);
        try
        {
            var place = StoragePlaces.OfEmulator(emulator.Endpoint).Private;
            await PutAsync(place, "policies/benchmark/claims.yaml", System.Text.Encoding.UTF8.GetBytes(ClaimsPolicy.Write(ClaimsVariant.Respondent))).ConfigureAwait(false);
            var results = new List<(int Workers, TimeSpan Wall, TimeSpan Cpu, TimeSpan Emulator, long Rss)>();
            for (var count = 1; count <= workers; count++)
            {
                var edition = string.Create(CultureInfo.InvariantCulture, $"2026-{count:D2}");
                await SendAsync(place, edition, rows, parts).ConfigureAwait(false);
                var before = emulator.Cpu;
                var clock = Stopwatch.StartNew();
                var took = await Task.WhenAll(Enumerable.Range(0, count).Select(worker => Task.Run(() => Work(emulator.Endpoint, edition, Path.Combine(scratch, $"{worker}"))))).ConfigureAwait(false);
                results.Add((
                    count,
                    clock.Elapsed,
                    TimeSpan.FromTicks(took.Sum(measurement => measurement.Cpu.Ticks)),
                    emulator.Cpu - before,
                    took.Max(measurement => measurement.PeakRss)));
            }

            var section = Report(rows, parts, results);
            Console.WriteLine(section);
            if (writeDocs)
            {
                BenchmarksPage.Replace("parts", section);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static Measurement Work(Uri endpoint, string edition, string scratch)
    {
        Directory.CreateDirectory(scratch);
        return MeasuredProgram.Self(PartsWorkerCommand.Name, endpoint.ToString(), edition, Path.Combine(scratch, "temporary")).Run(scratch);
    }

    private static async Task SendAsync(IPrivatePlace place, string edition, long rows, int parts)
    {
        var folder = $"uploads/benchmark/claims/{edition}/claims";
        var generator = new ClaimsGenerator(ClaimsVariant.Respondent, rows);
        var buffer = new byte[ClaimsGenerator.MostRowBytes];
        for (var part = 0; part < parts; part++)
        {
            using var content = new MemoryStream();
            content.Write(generator.Header());
            for (var row = rows * part / parts; row < rows * (part + 1) / parts; row++)
            {
                content.Write(buffer.AsSpan(0, generator.WriteRow(buffer, row)));
            }

            await PutAsync(place, string.Create(CultureInfo.InvariantCulture, $"{folder}/part-{part:D3}.csv"), content.ToArray()).ConfigureAwait(false);
        }

        await PutAsync(place, folder + "/_SUCCESS", []).ConfigureAwait(false);
    }

    private static Task<bool> PutAsync(IPrivatePlace place, string name, byte[] content) =>
        place.TryWriteAsync(new BlobName(name), content, BlobWrite.Any, default);

    private static string Report(
        long rows, int parts, List<(int Workers, TimeSpan Wall, TimeSpan Cpu, TimeSpan Emulator, long Rss)> results) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            ## A folder of {parts} parts, {rows:N0} rows, by several worker processes on Azurite

            Each worker is a process with one thread; respondents recur in several parts. Wall time is from the start of the
            processes to the end of the last. Azurite is one more process on the same machine, so two cores show two workers at
            most, and those not alone: the bound in Azure is the number of parts.

            {Machine.Here()}

            | workers | wall | speed-up | CPU of the workers | CPU of Azurite | peak memory of a worker |
            |---|---|---|---|---|---|
            {string.Join('\n', results.Select(r => string.Create(CultureInfo.InvariantCulture,
                $"| {r.Workers} | {r.Wall.TotalSeconds:F1} s | {results[0].Wall / r.Wall:F2} | {r.Cpu.TotalSeconds:F1} s | {r.Emulator.TotalSeconds:F1} s | {r.Rss / 1e6:F0} MB |")))}

            """).Replace("\r", "", StringComparison.Ordinal);
}
