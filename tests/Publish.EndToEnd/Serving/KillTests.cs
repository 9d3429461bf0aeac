using System.Globalization;
using Publish.Pipeline.Ledger;
using Xunit.Abstractions;

namespace Publish.EndToEnd.Serving;

/// <summary>Processes killed (SIGKILL) at random instants, with a reader who polls all through.</summary>
[Collection(nameof(ProcessTests))]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 100;
    private const int LongestLife = 1500;

    [Theory]
    [InlineData("folder", 1)]
    [InlineData("azurite", 2)]
    public async Task A_host_killed_at_any_instant_leaves_one_receipt_and_at_most_one_version_of_each_upload(string kind, int seed)
    {
        await using var estate = await Estate.OpenAsync(kind);
        using var stop = new CancellationTokenSource();
        var reader = new PollingReaders(estate);
        var reading = Task.Run(() => reader.RunAsync(stop.Token));
        var kills = Nightly.Cases(Kills, seed).ToArray();
        foreach (var kill in kills)
        {
            await estate.SendAsync($"e{kill}", 300, kill);
            using var host = (await estate.ServeAsync("--claim", "2")).Host;
            await Task.Delay(new Random(kill).Next(LongestLife));
            host.Kill();
        }

        var last = (await estate.ServeAsync("--claim", "2")).Host;
        using (last)
        {
            await estate.SettledAsync(kills.Length, () => last.Output);
            Assert.Equal(0, await last.TerminateAsync());
        }

        await stop.CancelAsync();
        await reading;
        var records = await Aftermath.AssertAsync(estate, kills.Length, reader);
        Assert.True(records.Count(record => record.State == UploadState.Published) * 2 > kills.Length, "Most uploads were given up.");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {kills.Length} kills, {records.Count(r => r.Attempts > 1)} uploads taken up again, {records.Count(r => r.State == UploadState.Poisoned)} given up, {reader.Polls} polls"));
    }

    [Fact]
    public async Task A_run_killed_at_any_instant_can_be_repeated_and_no_reader_notices()
    {
        await using var estate = await Estate.OpenAsync("folder");
        using var stop = new CancellationTokenSource();
        var reader = new PollingReaders(estate);
        var reading = Task.Run(() => reader.RunAsync(stop.Token));
        var file = Path.Combine(estate.Root, "people.csv");
        foreach (var kill in Nightly.Cases(30, seed: 3))
        {
            await File.WriteAllTextAsync(file, SmallDataset.Csv(300, kill));
            string[] run = ["run", file, "--policy", Path.Combine(estate.Root, "policy.yaml"), "--edition", $"e{kill}", "--to", estate.Storage["folder:".Length..]];
            using (var killed = estate.Start(run))
            {
                await Task.Delay(new Random(kill).Next(LongestLife * 2));
                killed.Kill();
            }

            using var repeated = estate.Start(run);
            Assert.Equal(0, await repeated.EndAsync());
            Assert.Empty(estate.TemporaryFiles());
        }

        await stop.CancelAsync();
        await reading;
        await reader.PollAsync();
        Assert.Empty(reader.Faults);
    }
}
