using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Publish.Cli.Terminals;

/// <summary>What a stage did, beside its bar.</summary>
internal sealed class SummaryColumn : ProgressColumn
{
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private readonly ConcurrentDictionary<int, string> _summaries = new();

    /// <inheritdoc />
    protected override bool NoWrap => true;

    /// <summary>Sets a task's summary.</summary>
    /// <param name="task">The task.</param>
    /// <param name="summary">What it did.</param>
    public void Set(ProgressTask task, string summary) => _summaries[task.Id] = Printable.Of(summary);

    /// <inheritdoc />
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(_summaries.GetValueOrDefault(task.Id, ""), Faint) { Overflow = Overflow.Ellipsis };
}
