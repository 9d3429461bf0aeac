namespace Publish.Pipeline;

/// <summary>Watches nothing: for runs that no person looks at.</summary>
public sealed class Unwatched : IRunObserver
{
    /// <inheritdoc />
    public void Begin(Stage stage)
    {
    }

    /// <inheritdoc />
    public void Advance(Stage stage, double share)
    {
    }

    /// <inheritdoc />
    public void End(Stage stage, StageResult result)
    {
    }
}
