using Publish.Pipeline;

namespace Publish.Benchmarks.Parts;

/// <summary>Marks, by a file, when the partial tables of all parts are there and their merge begins.</summary>
/// <param name="mark">The file.</param>
internal sealed class ReadingWatch(string mark) : IRunObserver
{
    /// <inheritdoc />
    public void Begin(Stage stage)
    {
    }

    /// <inheritdoc />
    public void Advance(Stage stage, double share)
    {
        if (stage == Stage.Validation && share >= 1 && !File.Exists(mark))
        {
            File.WriteAllBytes(mark, []);
        }
    }

    /// <inheritdoc />
    public void End(Stage stage, StageResult result)
    {
    }
}
