using System.Globalization;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;
using Xunit.Abstractions;

namespace Publish.EndToEnd.Serving;

/// <summary>Hosts that share the parts of folders out among them are killed (SIGKILL) at random instants.</summary>
[Collection(nameof(ProcessTests))]
public sealed class PartKillTests(ITestOutputHelper output)
{
    private const int Folders = 30;
    private const int Parts = 4;
    private const int Rows = 400;
    private const int LongestLife = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("folder", 1)]
    [InlineData("azurite", 2)]
    public async Task Workers_of_parts_killed_at_any_instant_leave_what_the_file_of_all_rows_gives(string kind, int seed)
    {
        await using var estate = await Estate.OpenAsync(kind);
        using var stop = new CancellationTokenSource();
        var readers = new PollingReaders(estate);
        var reading = Task.Run(() => readers.RunAsync(stop.Token));
        await estate.SendAsync("whole", Rows, seed);
        var kills = Nightly.Cases(Folders, seed).ToArray();
        foreach (var kill in kills)
        {
            await SendPartsAsync(estate, $"e{kill}", seed);
            var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => estate.ServeAsync("--claim", "2")));
            var random = new Random(kill);
            foreach (var (host, _) in hosts)
            {
                await Task.Delay(random.Next(LongestLife / 2));
                host.Kill();
                host.Dispose();
            }
        }

        var last = (await estate.ServeAsync("--claim", "2")).Host;
        using (last)
        {
            await estate.SettledAsync(kills.Length + 1, () => last.Output);
            Assert.Equal(0, await last.TerminateAsync());
        }

        await SweptAsync(estate);
        await stop.CancelAsync();
        await reading;
        var records = await Aftermath.AssertAsync(estate, kills.Length + 1, readers);
        var published = records.Where(record => record.State == UploadState.Published).ToArray();
        Assert.True(published.Length * 2 > kills.Length, "Most folders were given up.");
        var expected = await FilesAsync(estate, "whole");
        foreach (var record in published)
        {
            Assert.Equal(expected, await FilesAsync(estate, record.Edition!));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {kills.Length} folders of {Parts} parts, {2 * kills.Length} kills, {records.Count(r => r.Attempts > 1)} taken up again, {records.Count(r => r.State == UploadState.Poisoned)} given up, {readers.Polls} polls"));
    }

    private static async Task SendPartsAsync(Estate estate, string edition, int seed)
    {
        var lines = SmallDataset.Csv(Rows, seed).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var folder = Directory.CreateDirectory(Path.Combine(estate.Root, $"people-{edition}")).FullName;
        for (var part = 0; part < Parts; part++)
        {
            await File.WriteAllLinesAsync(
                Path.Combine(folder, $"part-{part}.csv"), lines.Skip(1).Where((_, row) => row % Parts == part).Prepend(lines[0]));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "_SUCCESS"), "");
        await new FolderSending(estate.Private).SendAsync(SmallDataset.Edition(edition), folder, new UploadNote(), default);
        Directory.Delete(folder, recursive: true);
    }

    // Tables that a worker kept after its folder was answered go at the next sweep, which a start has.
    private static async Task SweptAsync(Estate estate)
    {
        using var host = (await estate.ServeAsync()).Host;
        var until = DateTime.UtcNow + Patience;
        while ((await Estate.NamesAsync(estate.Private, Containers.Staging + "/")).Count > 0)
        {
            Assert.True(DateTime.UtcNow < until, "Partial tables are left.");
            await Task.Delay(100);
        }

        Assert.Equal(0, await host.TerminateAsync());
    }

    private static async Task<IReadOnlyList<byte[]>> FilesAsync(Estate estate, string edition)
    {
        var files = new List<byte[]>();
        foreach (var (audience, name) in new[] { ("public", "people.csv"), ("partners", "sexes.csv") })
        {
            files.Add((await estate.PlaceOf(audience).ReadAsync(new BlobName($"data/{PolicyText.Agency}/{PolicyText.Dataset}/{edition}/v1.0.0/{name}"), default))!);
        }

        return files;
    }
}
