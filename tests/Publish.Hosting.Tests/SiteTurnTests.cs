using Publish.Storage;

namespace Publish.Hosting.Tests;

public sealed class SiteTurnTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("publish-turns-").FullName;

    [Fact]
    public async Task Builders_of_one_site_build_one_after_the_other_and_those_of_another_meanwhile()
    {
        var (now, most, others) = (0, 0, 0);
        using var isOtherBuilt = new SemaphoreSlim(0);
        async Task<int> BuildAsync(CancellationToken stop)
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await isOtherBuilt.WaitAsync(stop);
            isOtherBuilt.Release();
            return Interlocked.Decrement(ref now);
        }

        var builds = Enumerable.Range(0, 4).Select(_ => Turn(Place()).BuildAsync("public", BuildAsync, default)).ToArray();
        await Turn(Place()).BuildAsync("partners", _ => Task.FromResult(others++), default);
        isOtherBuilt.Release();
        await Task.WhenAll(builds);
        Assert.Equal((1, 1), (most, others));
    }

    [Fact]
    public async Task A_build_that_failed_ends_its_turn()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Turn(Place()).BuildAsync<int>("public", _ => throw new InvalidOperationException(), default));
        Assert.Equal(7, await Turn(Place()).BuildAsync("public", _ => Task.FromResult(7), default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_build_whose_turn_is_lost_is_stopped(bool fails)
    {
        var turn = Turn(new LosingPlace(Place(), fails));
        await Assert.ThrowsAsync<IOException>(() => turn.BuildAsync("public", Forever, default));
    }

    [Fact]
    public async Task Who_waits_for_the_turn_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var first = Turn(Place()).BuildAsync("public", Forever, stop.Token);
        var second = Turn(Place()).BuildAsync("public", Forever, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private FolderPlace Place() => new(Path.Combine(_root, "private"), Path.Combine(_root, "locks"));

    private static SiteTurn Turn(IPrivatePlace place) => new(place, new QuickTime());

    private static async Task<int> Forever(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return 0;
    }

    // A thousand times as fast as the clock.
    private sealed class QuickTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 1000 : dueTime, period);
    }

    private sealed class LosingPlace(IBlobPlace inner, bool fails) : DelegatingPlace(inner)
    {
        public override Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
            Task.FromResult<IBlobLease?>(new LostLease(fails));
    }

    private sealed class LostLease(bool fails) : IBlobLease
    {
        public Task<bool> TryRenewAsync(CancellationToken cancellation) =>
            fails ? throw new StorageException(StorageCodes.Unavailable, 503) : Task.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
