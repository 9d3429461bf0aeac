using System.Threading.Channels;
using NCrontab;

namespace Publish.Hosting;

/// <summary>
/// Runs a timer at its times and, since a laptop is not on at all of them, once at the start. It never overlaps itself;
/// what fails is tried again when it fires next.
/// </summary>
/// <param name="timer">The timer.</param>
/// <param name="time">The clock.</param>
internal sealed class TimerLoop(InstallationTimer timer, TimeProvider time)
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };
    private readonly CrontabSchedule _schedule = CrontabSchedule.Parse(timer.Schedule, SixFields);

    // Room for one wish: it stands for all that come before it is met.
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has it fire now, besides its times; where it is at work, when that is done.</summary>
    public void Hasten() => _wishes.Writer.TryWrite(true);

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>A task that ends by being cancelled.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await timer.RunAsync(cancellation).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The operation has said what befell it; the other timers go on, and so does this one.
            catch (Exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
            }

            await WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var due = Task.Delay(_schedule.GetNextOccurrence(now) - now, time, over.Token);
        var wish = _wishes.Reader.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(due, wish).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        _wishes.Reader.TryRead(out _);
    }
}
