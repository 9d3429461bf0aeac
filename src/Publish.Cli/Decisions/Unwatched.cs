using Publish.Pipeline;

namespace Publish.Cli.Decisions;

/// <summary>Watches nothing.</summary>
internal sealed class Unwatched : IRunObserver
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
