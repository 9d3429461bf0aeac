namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Keeps what a run tells whoever watches it.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public List<Stage> Begun { get; } = [];

    public List<double> Shares { get; } = [];

    public List<string> Summaries { get; } = [];

    /// <summary>What is thrown when a stage begins, as a fault of the program would be.</summary>
    public (Stage Stage, Exception Exception)? Fault { get; set; }

    public void Begin(Stage stage)
    {
        Begun.Add(stage);
        if (Fault is { } fault && fault.Stage == stage)
        {
            throw fault.Exception;
        }
    }

    public void Advance(Stage stage, double share)
    {
        lock (Shares)
        {
            Shares.Add(share);
        }
    }

    public void End(Stage stage, StageResult result) => Summaries.Add(result.Summary);
}
