using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Publish.Cli.Commands;
using Publish.Cli.Decisions;

namespace Publish.Cli;

/// <summary>The command line: finds the command, runs it, and turns what goes wrong into an exit code.</summary>
internal sealed class CommandLine
{
    private const string Description =
        "Publish takes a file about people, hides what could tell who they are, attacks its own result, and publishes "
        + "tables and records with a certificate that anyone can check.";

    private readonly Shell _shell;

    /// <summary>Creates the command line.</summary>
    /// <param name="shell">What the commands work with.</param>
    public CommandLine(Shell shell)
    {
        _shell = shell;
        Root = new RootCommand(Description)
        {
            new DemoCommand(shell),
            new RunCommand(shell),
            new CheckCommand(shell),
            new ServeCommand(shell),
            new UploadCommand(shell),
            new StatusCommand(shell),
            new ReceiptCommand(shell),
            new ApproveCommand(shell),
            new RejectCommand(shell),
            new WithdrawCommand(shell),
            new RedoCommand(shell),
            new GrantCommand(shell),
            new VerifyCommand(shell),
            new SiteCommand(shell),
            new ExplainCommand(shell),
            new SchemaCommand(shell),
        };
        foreach (var help in Root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }
    }

    /// <summary>All commands.</summary>
    public RootCommand Root { get; }

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command line, without the program's name.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var parsed = Root.Parse(arguments.Count == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return UsageError.Report(parsed, _shell.Terminal);
        }

        try
        {
            return await parsed.InvokeAsync(Invocation(), cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nothing may leave with its message text: that could quote data.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failure.Report(e, cancellation.IsCancellationRequested, _shell.Terminal);
        }
    }

    // Signals are Program's: the library's own handling would end the process before a run has put away its files.
    private InvocationConfiguration Invocation() => new()
    {
        Output = _shell.Terminal.Output,
        Error = _shell.Terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
