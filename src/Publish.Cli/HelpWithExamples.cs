using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Publish.Cli.Commands;

namespace Publish.Cli;

/// <summary>The help text, followed by the command's examples.</summary>
/// <param name="help">Writes the help text.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command is ExampledCommand command
            ? command.Examples
            : ["publish demo", "publish verify open-data", "publish run --help"];
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine("  " + example);
        }

        return result;
    }
}
