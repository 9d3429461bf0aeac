using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Hosting.Tests;

public sealed class UploadWatchTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Files_that_come_while_it_watches_are_all_worked_on_once()
    {
        using var stop = new CancellationTokenSource();
        var watching = Watch(new LocalHostSettings { Pause = TimeSpan.FromMilliseconds(10) }).RunAsync(() => { }, stop.Token);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), async (number, _) => await _shop.PutAsync($"people-{number}.csv"));
        while ((await _shop.RecordsAsync()).Count(record => record.IsSettled) < 40)
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        var records = await _shop.RecordsAsync();
        Assert.Equal(40, records.Count);
        Assert.All(records, record => Assert.Equal((UploadState.Rejected, 1), (record.State, record.Attempts)));
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_to_is_left_alone()
    {
        var watch = Watch(new LocalHostSettings { Quiet = TimeSpan.FromMinutes(1) });
        await _shop.PutAsync("people.csv");
        await watch.LookAsync(default);
        Assert.Empty(await _shop.RecordsAsync());
        File.SetLastWriteTimeUtc(_shop.Private.PathOf(new BlobName(Shop.NameOf("people.csv"))), DateTime.UtcNow.AddMinutes(-2));
        await watch.LookAsync(default);
        Assert.Single(await _shop.RecordsAsync());
    }

    [Fact]
    public async Task A_file_that_takes_the_place_of_another_is_an_upload_of_its_own()
    {
        var watch = Watch(new LocalHostSettings());
        await _shop.PutAsync("people.csv");
        await watch.LookAsync(default);
        await _shop.PutAsync("people.csv", "id\n2\n");
        await watch.LookAsync(default);
        Assert.Equal(2, (await _shop.RecordsAsync()).Count);
    }

    [Fact]
    public async Task What_a_dead_worker_left_is_taken_up_when_its_claim_has_ended()
    {
        using var shop = new Shop { Settings = new WorkerSettings { TemporaryFolder = "", Threads = 1, ClaimDuration = TimeSpan.FromSeconds(3) } };
        await shop.PutAsync("people.csv");
        await shop.ClaimAsync("people.csv");
        var watch = new UploadWatch(shop.Context, new LocalHostSettings(), new SemaphoreSlim(1));
        await watch.LookAsync(default);
        Assert.Equal(UploadState.Running, Assert.Single(await shop.RecordsAsync()).State);
        while (!(await shop.RecordsAsync()).Single().IsSettled)
        {
            await Task.Delay(50);
            await watch.LookAsync(default);
        }

        Assert.Equal(2, Assert.Single(await shop.RecordsAsync()).Attempts);
    }

    [Fact]
    public async Task The_trouble_of_one_upload_is_no_others()
    {
        await _shop.PutAsync("a.csv");
        await _shop.PutAsync("b.csv");
        var (broken, context) = (new BlobName(Shop.NameOf("a.csv")), _shop.Context);
        var watch = new UploadWatch(
            context with { Private = new FailingPlace(_shop.Private, broken) }, new LocalHostSettings(), new SemaphoreSlim(1));
        await watch.LookAsync(default);
        Assert.Equal(Shop.NameOf("b.csv"), Assert.Single(await _shop.RecordsAsync()).Upload);
    }

    private UploadWatch Watch(LocalHostSettings settings) => new(_shop.Context, settings, new SemaphoreSlim(1));
}
