namespace Publish.Pipeline;

/// <summary>Watches a run, to show a person how far it is. An observer never changes what happens.</summary>
public interface IRunObserver
{
    /// <summary>A stage begins.</summary>
    /// <param name="stage">The stage.</param>
    void Begin(Stage stage);

    /// <summary>A stage goes on.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="share">How much of it is done, from 0 to 1.</param>
    void Advance(Stage stage, double share);

    /// <summary>A stage ended well.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="result">What it did.</param>
    void End(Stage stage, StageResult result);
}
