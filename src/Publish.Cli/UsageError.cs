using System.CommandLine;
using Publish.Cli.Terminals;
using Publish.Policies.Reading;

namespace Publish.Cli;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageError
{
    /// <summary>Reports every error of a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where to.</param>
    /// <returns>The exit code.</returns>
    public static int Report(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var known = NamesIn(command, parsed.RootCommandResult.Command);
        foreach (var token in parsed.UnmatchedTokens)
        {
            var nearest = Suggestion.Nearest(token, known);
            terminal.Complain($"Not understood: {token}." + (nearest is null ? "" : $" Did you mean {nearest}?"));
        }

        // What is not understood is often what is missing, misspelled: the rest is told once that is mended.
        if (parsed.UnmatchedTokens.Count == 0)
        {
            foreach (var error in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
            {
                terminal.Complain(error);
            }
        }

        var name = command == parsed.RootCommandResult.Command ? "publish" : "publish " + command.Name;
        terminal.Complain($"See {name} --help.", Ink.Plain);
        return ExitCodes.Usage;
    }

    private static string[] NamesIn(Command command, Command root) =>
    [
        .. command.Subcommands.Select(sub => sub.Name),
        .. command.Options.Select(option => option.Name),
        .. root.Options.Where(option => option.Recursive).Select(option => option.Name),
    ];
}
