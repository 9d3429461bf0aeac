using Publish.Pipeline;
using Spectre.Console;

namespace Publish.Cli.Terminals;

/// <summary>Progress as one bar a stage, with the time it took and what it did.</summary>
/// <param name="console">Where the bars are drawn.</param>
internal sealed class BarProgress(IAnsiConsole console) : IProgressView
{
    /// <inheritdoc />
    public Task<T> ShowAsync<T>(Func<IRunObserver, Task<T>> work)
    {
        var summaries = new SummaryColumn();
        return console.Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                summaries)
            .StartAsync(context => work(new Bars(context, summaries)));
    }

    private sealed class Bars(ProgressContext context, SummaryColumn summaries) : IRunObserver
    {
        private readonly Dictionary<Stage, ProgressTask> _bars = [];

        public void Begin(Stage stage)
        {
            lock (_bars)
            {
                _bars[stage] = context.AddTask(StageNames.Of(stage), maxValue: 1);
            }
        }

        public void Advance(Stage stage, double share)
        {
            lock (_bars)
            {
                _bars[stage].Value = Math.Clamp(share, 0, 1);
            }
        }

        public void End(Stage stage, StageResult result)
        {
            lock (_bars)
            {
                var bar = _bars[stage];
                summaries.Set(bar, result.Summary);
                bar.Value = bar.MaxValue;
                bar.StopTask();
            }
        }
    }
}
