using System.Globalization;
using Publish.Pipeline.Ledger;
using Xunit.Abstractions;

namespace Publish.EndToEnd.Serving;

/// <summary>Many workers at the same uploads, and many uploads at one worker.</summary>
[Collection(nameof(ProcessTests))]
public sealed class CrowdTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("folder")]
    [InlineData("azurite")]
    public async Task Workers_at_the_same_uploads_publish_each_once(string kind)
    {
        var (workers, uploads) = Nightly.IsOn ? (20, 50) : (2, 5);
        await using var estate = await Estate.OpenAsync(kind);
        for (var upload = 1; upload <= uploads; upload++)
        {
            await estate.SendAsync($"e{upload}", 300, upload);
        }

        using var stop = new CancellationTokenSource();
        var reader = new PollingReaders(estate);
        var reading = Task.Run(() => reader.RunAsync(stop.Token));
        var hosts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => estate.ServeAsync("--claim", "60")));
        await estate.SettledAsync(uploads, () => hosts[0].Host.Output);
        var codes = await Task.WhenAll(hosts.Select(host => host.Host.TerminateAsync()));
        Assert.All(codes, code => Assert.Equal(0, code));
        await stop.CancelAsync();
        await reading;
        var records = await Aftermath.AssertAsync(estate, uploads, reader);
        Assert.All(records, record => Assert.Equal(UploadState.Published, record.State));
        foreach (var (host, _) in hosts)
        {
            host.Dispose();
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {workers} workers, {uploads} uploads, {records.Sum(r => r.Attempts)} attempts, {reader.Polls} polls"));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("azurite")]
    public async Task Uploads_dropped_at_once_are_all_finished(string kind)
    {
        var uploads = Nightly.IsOn ? 500 : 10;
        await using var estate = await Estate.OpenAsync(kind);
        var (host, _) = await estate.ServeAsync();
        using (host)
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, uploads), async (upload, _) =>
                await estate.SendAsync($"e{upload}", 100 << (upload % 8), upload));
            await estate.SettledAsync(uploads, () => host.Output);
            Assert.Equal(0, await host.TerminateAsync());
        }

        var records = await Aftermath.AssertAsync(estate, uploads, new PollingReaders(estate));
        Assert.All(records, record => Assert.Equal((UploadState.Published, 1), (record.State, record.Attempts)));
    }
}
