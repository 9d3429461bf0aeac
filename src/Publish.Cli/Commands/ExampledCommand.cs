using System.CommandLine;

namespace Publish.Cli.Commands;

/// <summary>The shape of every command: a name, what it does, examples that its help shows, and an action.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Whole command lines.</param>
internal abstract class ExampledCommand(string name, string description, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    /// <summary>Whole command lines that work; at least one.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
