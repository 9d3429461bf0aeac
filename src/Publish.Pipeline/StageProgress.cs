namespace Publish.Pipeline;

/// <summary>Passes the share of a stage that is done on to an observer.</summary>
internal sealed class StageProgress(IRunObserver observer, Stage stage) : IProgress<double>
{
    /// <inheritdoc />
    public void Report(double value) => observer.Advance(stage, value);
}
