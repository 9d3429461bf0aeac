namespace Publish.Hosting.Tests;

public sealed class TimerLoopTests
{
    private const string Never = "0 0 0 1 1 *";
    private const string EverySecond = "* * * * * *";

    [Fact]
    public async Task It_fires_at_the_start_and_whenever_it_is_hastened()
    {
        using var stop = new CancellationTokenSource();
        var fired = new SemaphoreSlim(0);
        var loop = new TimerLoop(new InstallationTimer("Some", Never, Firing(fired)), TimeProvider.System);
        var running = loop.RunAsync(stop.Token);
        await fired.WaitAsync();
        loop.Hasten();
        await fired.WaitAsync();
        await StopAsync(running, stop);
    }

    [Fact]
    public async Task It_fires_at_its_times_and_goes_on_after_a_failure()
    {
        using var stop = new CancellationTokenSource();
        var fired = new SemaphoreSlim(0);
        var loop = new TimerLoop(
            new InstallationTimer("Some", EverySecond, _ =>
            {
                fired.Release();
                throw new IOException();
            }),
            TimeProvider.System);
        var running = loop.RunAsync(stop.Token);
        await fired.WaitAsync();
        await fired.WaitAsync();
        await fired.WaitAsync();
        await StopAsync(running, stop);
    }

    [Fact]
    public async Task It_never_overlaps_itself_and_wishes_meanwhile_are_one()
    {
        using var stop = new CancellationTokenSource();
        var (began, go) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var atWork = 0;
        var loop = new TimerLoop(
            new InstallationTimer("Some", Never, async cancellation =>
            {
                Assert.Equal(1, Interlocked.Increment(ref atWork));
                began.Release();
                await go.WaitAsync(cancellation);
                Interlocked.Decrement(ref atWork);
            }),
            TimeProvider.System);
        var running = loop.RunAsync(stop.Token);
        await began.WaitAsync();
        loop.Hasten();
        loop.Hasten();
        loop.Hasten();
        Assert.Equal(0, began.CurrentCount);
        go.Release();
        await began.WaitAsync();
        go.Release();
        Assert.False(await began.WaitAsync(TimeSpan.FromMilliseconds(200)));
        await StopAsync(running, stop);
    }

    private static Func<CancellationToken, Task> Firing(SemaphoreSlim fired) => _ =>
    {
        fired.Release();
        return Task.CompletedTask;
    };

    private static async Task StopAsync(Task running, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
