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
        var rows = new Option<long>("--rows") { Description = "Rows of all parts.", DefaultValueFactory = _ => 12_000_000 };
        var parts = new Option<int>("--parts") { Description = "Parts.", DefaultValueFactory = _ => 24 };
        var workers = new Option<int>("--workers") { Description = "The most workers.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Writes the result into docs/benchmarks.md." };
        var command = new Command("parts", "Measures a folder of parts on Azurite with one worker process and more.") { rows, parts, workers, writeDocs };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(rows), parsed.GetValue(parts), parsed.GetValue(workers), parsed.GetValue(writeDocs)));
        return command;
    }

    private static async Task<int> RunAsync(long rows, int parts, int workers, bool writeDocs)
    {
        var section = Report(
            rows,
            parts,
            await MeasureAsync(ClaimsVariant.Row, rows, parts, workers).ConfigureAwait(false),
            await MeasureAsync(ClaimsVariant.Respondent, rows, parts, workers).ConfigureAwait(false));
        Console.WriteLine(section);
        if (writeDocs)
        {
            BenchmarksPage.Replace("parts", section);
        }

        return 0;
    }

    private static async Task<List<PartsResult>> MeasureAsync(ClaimsVariant variant, long rows, int parts, int workers)
    {
        var scratch = Directory.CreateTempSubdirectory("publish-parts-").FullName;
        using var emulator = await EmulatorProcess.StartAsync(BenchmarksPage.RepositoryRoot()).ConfigureAwait(false);
        try
        {
            var place = StoragePlaces.OfEmulator(emulator.Endpoint).Private;
            await PutAsync(place, "policies/benchmark/claims.yaml", System.Text.Encoding.UTF8.GetBytes(ClaimsPolicy.Write(variant))).ConfigureAwait(false);
            var results = new List<PartsResult>();
            for (var count = 1; count <= workers; count++)
            {
                var edition = string.Create(CultureInfo.InvariantCulture, $"2026-{count:D2}");
                await SendAsync(place, variant, edition, rows, parts).ConfigureAwait(false);
                var before = emulator.Cpu;
                var folders = Enumerable.Range(0, count).Select(worker => Path.Combine(scratch, $"{count}-{worker}")).ToArray();
                var started = DateTime.UtcNow;
                var clock = Stopwatch.StartNew();
                var took = await Task.WhenAll(folders.Select(folder => Task.Run(() => Work(emulator.Endpoint, edition, folder)))).ConfigureAwait(false);
                var wall = clock.Elapsed;
                var read = folders.Select(folder => PartsWorkerCommand.ReadMark(Temporary(folder))).Where(File.Exists).Min(File.GetLastWriteTimeUtc);
                results.Add(new PartsResult(
                    count,
                    read - started,
                    wall,
                    TimeSpan.FromTicks(took.Sum(measurement => measurement.Cpu.Ticks)),
                    emulator.Cpu - before,
                    took.Max(measurement => measurement.PeakRss)));
            }

            return results;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static Measurement Work(Uri endpoint, string edition, string folder)
    {
        Directory.CreateDirectory(folder);
        return MeasuredProgram.Self(PartsWorkerCommand.Name, endpoint.ToString(), edition, Temporary(folder)).Run(folder);
    }

    private static string Temporary(string folder) => Path.Combine(folder, "temporary");

    private static async Task SendAsync(IPrivatePlace place, ClaimsVariant variant, string edition, long rows, int parts)
    {
        var folder = $"uploads/benchmark/claims/{edition}/claims";
        var generator = new ClaimsGenerator(variant, rows);
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

    private static string Report(long rows, int parts, List<PartsResult> row, List<PartsResult> respondent) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            ## A folder of {parts} parts, {rows:N0} rows, by several worker processes on Azurite

            Each worker is a process with one thread. *Parts read* is from the start of the processes until the partial tables of
            all parts are there, which is the work that workers share; merging, protection, audit and release follow in one of
            them. Azurite is one more process on the same machine, which two workers and it share two cores of: the speed-up shown
            here is bounded by that, in Azure by the number of parts.

            `dotnet run -c Release --project tests/Publish.Benchmarks -- parts`

            {Machine.Here()}

            ### Each row a respondent

            {Table(row)}

            ### A column names the respondents, who recur in several parts

            {Table(respondent)}

            """).Replace("\r", "", StringComparison.Ordinal);

    private static string Table(List<PartsResult> results) => string.Create(CultureInfo.InvariantCulture, $"""
        | workers | parts read | speed-up | whole | speed-up | CPU of the workers | CPU of Azurite | peak memory of a worker |
        |---|---|---|---|---|---|---|---|
        {string.Join('\n', results.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"| {r.Workers} | {r.Reading.TotalSeconds:F1} s | {results[0].Reading / r.Reading:F2} | {r.Wall.TotalSeconds:F1} s | {results[0].Wall / r.Wall:F2} | {r.Cpu.TotalSeconds:F1} s | {r.Emulator.TotalSeconds:F1} s | {r.PeakRss / 1e6:F0} MB |")))}
        """);
}
